package dev.authgate.contract.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import dev.authgate.secret.SecretDigest;
import dev.authgate.session.RefreshState;
import dev.authgate.session.Session;
import dev.authgate.session.SessionKind;
import dev.authgate.session.SessionLifetime;
import dev.authgate.session.SessionLimits;
import dev.authgate.session.SessionOrigin;
import dev.authgate.session.SessionRules;

/**
 * Sessions for tests.
 */
public final class TestSessions {

	/** When they begin. */
	public static final Instant BEGIN = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	private TestSessions() {
	}

	/**
	 * Makes a session that has everything a session can have.
	 */
	public static Session full(String id, String userId) {
		RefreshState refresh = new RefreshState(SecretDigest.of("family"), SecretDigest.of("current"),
				SecretDigest.of("previous"), BEGIN.plusSeconds(10));
		return new Session(id, userId, new SessionOrigin(SessionKind.CLIENT, "203.0.113.7", "curl/8.5 'x' \"y\" ,;"),
				lifetime(Duration.ofDays(30)), 1_777_000_000_123L, Set.of("threads:read", "threads:write"), refresh, 0);
	}

	/**
	 * Makes a session that has as little as a session can have.
	 */
	public static Session plain(String id, String userId) {
		return new Session(id, userId, new SessionOrigin(SessionKind.BROWSER, "", ""), lifetime(Duration.ofMinutes(30)),
				0, null, null, 0);
	}

	/**
	 * Makes rules: half an hour for browsers, thirty days for clients, two sessions of
	 * each kind.
	 */
	public static SessionRules rules(Duration grace) {
		return new SessionRules(new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), 2),
				new SessionLimits(Duration.ofDays(30), Duration.ofDays(90), 2), Duration.ofMinutes(15), grace);
	}

	private static SessionLifetime lifetime(Duration idle) {
		return new SessionLifetime(BEGIN, BEGIN.plusSeconds(5), idle, BEGIN.plus(Duration.ofDays(90)));
	}

}
