package dev.authgate.session;

import java.time.Duration;

/**
 * The limits of sessions of one kind.
 *
 * @param idleTimeout how long one may be left unused
 * @param absoluteTimeout how long one may last however much it is used
 * @param maxPerUser how many one user may have; the one that was used longest ago makes
 * room for another
 */
public record SessionLimits(Duration idleTimeout, Duration absoluteTimeout, int maxPerUser) {

	/**
	 * Checks the limits.
	 * @throws IllegalArgumentException if one is not positive
	 */
	public SessionLimits {
		if (idleTimeout.toSeconds() < 1 || absoluteTimeout.toSeconds() < 1 || maxPerUser < 1) {
			throw new IllegalArgumentException("The limits of sessions are positive, and timeouts at least one second");
		}
	}

}
