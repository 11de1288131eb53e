package dev.authgate.session;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One login of a user, until it ends.
 *
 * @param id the id, which is no secret
 * @param userId the id of the user
 * @param origin where it was begun
 * @param lifetime how long it lasts
 * @param epoch the epoch of the user's credentials when it was begun, or when the account
 * was read last
 * @param scope the permissions that it is limited to, or {@code null} for all of the
 * user's
 * @param refresh what is kept of its refresh tokens, if it has some
 * @param revision how often it was stored
 */
public record Session(String id, String userId, SessionOrigin origin, SessionLifetime lifetime, long epoch,
		@Nullable Set<String> scope, @Nullable RefreshState refresh, long revision) {

	/**
	 * Copies the scope.
	 */
	public Session {
		scope = (scope != null) ? Set.copyOf(scope) : null;
	}

	/**
	 * Tells whether the session has ended by itself.
	 * @param now the time
	 * @return {@code true} if it was left unused for too long, or lasted too long
	 */
	public boolean isExpired(Instant now) {
		return !this.lifetime.endsAt().isAfter(now);
	}

	/**
	 * Makes the same session used.
	 * @param now the time
	 * @return the session
	 */
	Session usedAt(Instant now) {
		return new Session(this.id, this.userId, this.origin, this.lifetime.usedAt(now), this.epoch, this.scope,
				this.refresh, this.revision);
	}

	Session withEpoch(long other) {
		return new Session(this.id, this.userId, this.origin, this.lifetime, other, this.scope, this.refresh,
				this.revision);
	}

	Session withScope(@Nullable Set<String> other) {
		return new Session(this.id, this.userId, this.origin, this.lifetime, this.epoch, other, this.refresh,
				this.revision);
	}

	Session withRefresh(RefreshState other) {
		return new Session(this.id, this.userId, this.origin, this.lifetime, this.epoch, this.scope, other,
				this.revision);
	}

	/**
	 * Makes the same session with another revision.
	 * @param other the revision to have instead
	 * @return the session
	 */
	public Session withRevision(long other) {
		return new Session(this.id, this.userId, this.origin, this.lifetime, this.epoch, this.scope, this.refresh,
				other);
	}

}
