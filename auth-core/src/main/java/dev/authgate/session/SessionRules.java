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

	SessionLimits of(SessionKind kind) {
		return switch (kind) {
			case BROWSER -> this.browser;
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
