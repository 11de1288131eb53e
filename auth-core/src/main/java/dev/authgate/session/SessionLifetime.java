package dev.authgate.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lasts.
 *
 * @param createdAt when the user logged in
 * @param lastUsedAt when it was used last, to the minute
 * @param idleTimeout how long it may be left unused
 * @param expiresAt when it ends however much it is used
 */
public record SessionLifetime(Instant createdAt, Instant lastUsedAt, Duration idleTimeout, Instant expiresAt) {

	/**
	 * Begins a lifetime.
	 * @param now the time
	 * @param limits how long it is at most
	 * @return the lifetime of a session that begins now
	 */
	static SessionLifetime from(Instant now, SessionLimits limits) {
		return new SessionLifetime(now, now, limits.idleTimeout(), now.plus(limits.absoluteTimeout()));
	}

	/**
	 * Tells when the session ends unless it is used before.
	 * @return the earlier of both ends
	 */
	public Instant endsAt() {
		Instant idle = this.lastUsedAt.plus(this.idleTimeout);
		return idle.isBefore(this.expiresAt) ? idle : this.expiresAt;
	}

	SessionLifetime usedAt(Instant now) {
		return new SessionLifetime(this.createdAt, now, this.idleTimeout, this.expiresAt);
	}

}
