package dev.authgate.spring.settings.token;

import java.time.Duration;

import dev.authgate.session.SessionLimits;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.properties.PropertyBounds;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Refresh tokens, which continue the sessions of clients.
 *
 * @param enabled Whether a login that is answered with a token gives a refresh token
 * beside it.
 * @param timeToLive How long a refresh token may be left unused.
 * @param absoluteTimeout How long the session of a client may last however much it is
 * used.
 * @param maxPerUser How many sessions of clients one user may have. One more ends the one
 * that was used longest ago.
 * @param grace How long the refresh token that was used last may be used again, for
 * clients that lost the answer. Not at all by default.
 */
public record RefreshProperties(@DefaultValue("false") boolean enabled, @DefaultValue("30d") Duration timeToLive,
		@DefaultValue("90d") Duration absoluteTimeout, @DefaultValue("20") int maxPerUser,
		@DefaultValue("0s") Duration grace) {

	private static final Duration MAX_GRACE = Duration.ofMinutes(1);

	public SessionLimits limits() {
		return new SessionLimits(this.timeToLive, this.absoluteTimeout, this.maxPerUser);
	}

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	public void check() {
		PropertyBounds.requireTime("authgate.refresh.time-to-live", this.timeToLive, "30d");
		PropertyBounds.requireTime("authgate.refresh.absolute-timeout", this.absoluteTimeout, "90d");
		PropertyBounds.requireOne("authgate.refresh.max-per-user", this.maxPerUser);
		if (this.grace.isNegative() || this.grace.compareTo(MAX_GRACE) > 0) {
			throw new MisconfigurationException("authgate.refresh.grace is not from zero to one minute.",
					"Set it to a few seconds, for example 5s, or remove the line: a thief may use a token as long.");
		}
	}

}
