package dev.authgate.spring.revocation;

import java.util.function.Supplier;

import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.revocation.Revocations;
import org.jspecify.annotations.Nullable;

/**
 * A credential of which nothing is known but what its caller says: it is void once its
 * session or itself, if it is a token of this application, or anything of the user was
 * taken back since.
 *
 * @param known whom it stands for
 * @param epoch the epoch of the user when it was accepted
 * @param revocations gives what was taken back, {@code null} while nothing can have been
 */
record FollowedUser(Caller known, long epoch, Supplier<@Nullable Revocations> revocations) implements LiveCredential {

	private static final String OWN = "";

	static FollowedUser of(Caller caller, Supplier<@Nullable Revocations> revocations) {
		Revocations past = revocations.get();
		return new FollowedUser(caller, (past != null) ? past.knownEpochOf(caller.user().id()) : 0, revocations);
	}

	@Override
	public @Nullable Caller caller() {
		Revocations now = this.revocations.get();
		return (now == null || !isRevoked(now)) ? this.known : null;
	}

	// An epoch that is forgotten, because all it made void has expired, is no later one.
	private boolean isRevoked(Revocations now) {
		String session = this.known.sessionId();
		String token = this.known.credentialId();
		return now.knownEpochOf(this.known.user().id()) > this.epoch
				|| (session != null && now.isSessionRevoked(session))
				|| (token != null && now.isTokenRevoked(OWN, token));
	}

}
