package dev.authgate.spring.properties;

import java.time.Duration;

import dev.authgate.spring.MisconfigurationException;

/**
 * Refuses times and counts that are well-formed and could not work.
 */
public final class PropertyBounds {

	private static final Duration LONGEST = Duration.ofDays(3650);

	private PropertyBounds() {
	}

	/**
	 * Refuses what is shorter than a second or longer than ten years.
	 * @param where the name of the property
	 * @param time its value
	 * @param example a value that works
	 * @throws MisconfigurationException if it is
	 */
	public static void requireTime(String where, Duration time, String example) {
		if (time.toSeconds() < 1 || time.compareTo(LONGEST) > 0) {
			throw new MisconfigurationException(where + " is not from one second to ten years.",
					"Set it to " + example + ", say.");
		}
	}

	/**
	 * Refuses less than one.
	 * @param where the name of the property
	 * @param count its value
	 * @throws MisconfigurationException if it is
	 */
	public static void requireOne(String where, int count) {
		if (count < 1) {
			throw new MisconfigurationException(where + " is less than one, and nobody could log in.",
					"Set it to 10, say.");
		}
	}

}
