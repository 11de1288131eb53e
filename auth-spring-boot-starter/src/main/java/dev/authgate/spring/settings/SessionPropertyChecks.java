package dev.authgate.spring.settings;

import java.time.Duration;

import dev.authgate.spring.MisconfigurationException;

/**
 * Refuses limits of sessions that are well-formed and could not work.
 */
final class SessionPropertyChecks {

	private static final Duration LONGEST = Duration.ofDays(3650);

	private SessionPropertyChecks() {
	}

	static void check(AuthgateProperties properties) {
		properties.session().check();
		properties.refresh().check();
		properties.revocation().check();
		properties.endpoints().check();
	}

	static void requireTime(String where, Duration time, String example) {
		if (time.toSeconds() < 1 || time.compareTo(LONGEST) > 0) {
			throw new MisconfigurationException(where + " is not from one second to ten years.",
					"Set it to " + example + ", say.");
		}
	}

	static void requireOne(String where, int count) {
		if (count < 1) {
			throw new MisconfigurationException(where + " is less than one, and nobody could log in.",
					"Set it to 10, say.");
		}
	}

}
