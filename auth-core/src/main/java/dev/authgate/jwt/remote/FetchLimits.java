package dev.authgate.jwt.remote;

import java.time.Duration;

/**
 * How long fetching keys may take, and how long fetched keys are good for.
 *
 * @param connectTimeout how long connecting may take; at most a minute
 * @param timeout how long one answer may take, from the first byte sent to the last byte
 * received; at most a minute
 * @param freshFor how old keys become before they are fetched again, a little ahead of
 * that time and in the background; from ten seconds to a day
 * @param keepFor how old keys may become when the issuer cannot be asked; from
 * {@code freshFor} to a week
 * @param unknownKeyInterval how much time lies between two fetches for tokens that name
 * an unknown key; from one second to an hour
 */
public record FetchLimits(Duration connectTimeout, Duration timeout, Duration freshFor, Duration keepFor,
		Duration unknownKeyInterval) {

	private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);

	private static final FetchLimits STANDARD = new FetchLimits(Duration.ofSeconds(2), Duration.ofSeconds(5),
			Duration.ofMinutes(15), Duration.ofHours(4), Duration.ofSeconds(30));

	/**
	 * Checks that the times can work.
	 * @throws IllegalArgumentException if one is out of its range
	 */
	public FetchLimits {
		require("connect-timeout", connectTimeout, Duration.ofMillis(1), MAX_TIMEOUT);
		require("timeout", timeout, Duration.ofMillis(1), MAX_TIMEOUT);
		require("cache.fresh-for", freshFor, Duration.ofSeconds(10), Duration.ofDays(1));
		require("cache.keep-for", keepFor, freshFor, Duration.ofDays(7));
		require("cache.unknown-key-interval", unknownKeyInterval, Duration.ofSeconds(1), Duration.ofHours(1));
	}

	/**
	 * Gives the usual limits.
	 * @return two seconds to connect and five to answer, keys that are fresh for fifteen
	 * minutes and kept for four hours, and thirty seconds between unknown keys
	 */
	public static FetchLimits standard() {
		return STANDARD;
	}

	private static void require(String name, Duration value, Duration min, Duration max) {
		if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
			throw new IllegalArgumentException(
					name + " is " + text(value) + ", and may be from " + text(min) + " to " + text(max));
		}
	}

	private static String text(Duration value) {
		return (value.toMillis() % 1000 == 0) ? value.toSeconds() + "s" : value.toMillis() + "ms";
	}

}
