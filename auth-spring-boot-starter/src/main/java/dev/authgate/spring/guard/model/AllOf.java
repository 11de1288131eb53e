package dev.authgate.spring.guard.model;

import java.time.Instant;
import java.util.List;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import org.jspecify.annotations.Nullable;

/**
 * Several authenticators all of which must accept a credential of the same request; the
 * caller is whom the first of them knows, with nothing of what the others know.
 * <p>
 * Safe for use by several threads.
 */
final class AllOf implements Authenticator {

	private final String name;

	private final List<Authenticator> parts;

	AllOf(String name, List<Authenticator> parts) {
		this.name = name;
		this.parts = List.copyOf(parts);
	}

	Authenticator first() {
		return this.parts.get(0);
	}

	static List<Challenge> challengesOf(Authenticator authenticator) {
		if (authenticator instanceof AllOf all) {
			return all.parts.stream().flatMap((part) -> challengesOf(part).stream()).distinct().toList();
		}
		Challenge challenge = authenticator.challenge();
		return (challenge != null) ? List.of(challenge) : List.of();
	}

	@Override
	public String name() {
		return this.name;
	}

	// All are asked: a wrong credential outranks a missing one wherever it stands.
	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		Caller caller = null;
		Instant expiry = null;
		boolean ambient = true;
		boolean missing = false;
		for (Authenticator part : this.parts) {
			AuthenticationResult result = part.authenticate(request);
			if (result instanceof Rejected || result instanceof Throttled) {
				return result;
			}
			if (result instanceof Authenticated good) {
				caller = (caller != null) ? caller : good.caller();
				expiry = earlier(expiry, good.caller().expiresAt());
				ambient &= good.ambient();
			}
			else {
				missing = true;
			}
		}
		return (caller == null || missing) ? new NotPresent(caller != null)
				: new Authenticated(named(caller, expiry), ambient);
	}

	private Caller named(Caller caller, @Nullable Instant expiry) {
		return new Caller(caller.user(), this.name, caller.credentialId(), caller.app(), caller.roles(), expiry,
				caller.sessionId());
	}

	private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isBefore(other) ? one : other;
	}

}
