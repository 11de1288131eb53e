package dev.authgate.spring.revocation;

import java.util.function.Supplier;

import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.revocation.Revocations;
import org.jspecify.annotations.Nullable;

/**
 * A credential of which nothing is known but its user, and the session that it names: it
 * is void once anything of the user was taken back since.
 *
 * @param caller whom it stands for
 * @param epoch the epoch of the user when it was accepted
 * @param revocations gives what was taken back, {@code null} while nothing can have been
 */
record FollowedUser(Caller caller, long epoch, Supplier<@Nullable Revocations> revocations) implements LiveCredential {

	static FollowedUser of(Caller caller, Supplier<@Nullable Revocations> revocations) {
		Revocations known = revocations.get();
		return new FollowedUser(caller, (known != null) ? known.knownEpochOf(caller.user().id()) : 0, revocations);
	}

	@Override
	public @Nullable Caller caller() {
		Revocations known = this.revocations.get();
		return (known == null || !isRevoked(known)) ? this.caller : null;
	}

	// An epoch that is forgotten, because all it made void has expired, is no later one.
	private boolean isRevoked(Revocations known) {
		String session = this.caller.sessionId();
		return known.knownEpochOf(this.caller.user().id()) > this.epoch
				|| (session != null && known.isSessionRevoked(session));
	}

}
