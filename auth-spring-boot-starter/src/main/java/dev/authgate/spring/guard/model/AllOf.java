package dev.authgate.spring.guard.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
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

	/**
	 * Begins to follow the credentials of a request: all are void once one of them is.
	 * @param otherwise follows the first where its authenticator cannot; of another one
	 * that cannot be followed nobody knows the user any more
	 */
	LiveCredential follow(AuthRequest request, Caller caller, Function<Caller, LiveCredential> otherwise) {
		List<LiveCredential> others = new ArrayList<>();
		for (Authenticator part : this.parts.subList(1, this.parts.size())) {
			LiveCredential other = followed(part, request, caller);
			if (other != null) {
				others.add(other);
			}
		}
		LiveCredential first = Objects.requireNonNullElseGet(followed(first(), request, caller),
				() -> otherwise.apply(caller));
		return new FollowedCaller(() -> areGood(others) ? first.caller() : null, caller,
				(now) -> named(now, earlier(caller.expiresAt(), now.expiresAt())));
	}

	private static @Nullable LiveCredential followed(Authenticator part, AuthRequest request, Caller caller) {
		return (part instanceof LiveAuthenticator live) ? live.follow(request, caller) : null;
	}

	private static boolean areGood(List<LiveCredential> credentials) {
		for (LiveCredential credential : credentials) {
			if (credential.caller() == null) {
				return false;
			}
		}
		return true;
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
