package dev.authgate.session;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The limits of all sessions.
 *
 * @param browser the limits of sessions of browsers
 * @param client the limits of sessions of clients, and of browsers that are remembered
 * @param accessTime how long an access token is valid
 * @param grace how long the refresh token that was used last may be used again, for
 * clients that lost the answer; zero for never
 */
public record SessionRules(SessionLimits browser, SessionLimits client, Duration accessTime, Duration grace) {

	// What keeps the session of a browser ends it on time, and tells this list of a use
	// only now and then: the last use of which it knows may be older by a minute of one
	// node and one of another.
	private static final Duration MARGIN = Sessions.TOUCH_INTERVAL.multipliedBy(2);

	SessionLimits of(SessionKind kind) {
		return switch (kind) {
			case BROWSER -> new SessionLimits(this.browser.idleTimeout().plus(MARGIN), this.browser.absoluteTimeout(),
					this.browser.maxPerUser());
			case CLIENT, REMEMBERED -> this.client;
		};
	}

	/**
	 * Tells how long something that was issued for a session can be valid once it ended.
	 */
	Duration retentionOf(Session session) {
		Duration issued = switch (session.origin().kind()) {
			case BROWSER -> session.lifetime().idleTimeout();
			case REMEMBERED -> this.browser.idleTimeout();
			case CLIENT -> this.accessTime;
		};
		return (issued.compareTo(this.accessTime) > 0) ? issued : this.accessTime;
	}

	/**
	 * Tells how long something that was issued to a user can be valid.
	 * @param atLeast how long it is at least, for what others issue
	 * @return the longest of that and all limits
	 */
	public Duration retentionOrLonger(Duration atLeast) {
		return Stream.of(this.accessTime, this.browser.absoluteTimeout(), this.client.absoluteTimeout())
			.reduce(atLeast, (longest, next) -> (next.compareTo(longest) > 0) ? next : longest);
	}

}
