package dev.authgate.throttle;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How many attempts are permitted in a period.
 * <p>
 * One more attempt is permitted each time the fitting part of the period has passed: with
 * ten in 15 minutes, every 90 seconds. Immutable.
 */
public final class Limit {

	private static final int MAX_ATTEMPTS = 1_000_000;

	private static final Duration MAX_PERIOD = Duration.ofDays(366);

	private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})/([1-9][0-9]{0,5})([smhd])");

	private final int attempts;

	private final Duration period;

	/**
	 * Makes a limit.
	 * @param attempts the number of attempts, 1 to 1,000,000
	 * @param period the period, one second to 366 days
	 * @throws IllegalArgumentException if a part is out of bounds
	 */
	public Limit(int attempts, Duration period) {
		if (attempts < 1 || attempts > MAX_ATTEMPTS) {
			throw new IllegalArgumentException("A limit permits 1 to 1,000,000 attempts");
		}
		if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(MAX_PERIOD) > 0) {
			throw new IllegalArgumentException("The period of a limit is one second to 366 days");
		}
		this.attempts = attempts;
		this.period = period;
	}

	/**
	 * Reads the form that {@link #toString()} writes: the attempts, a slash, and the
	 * period in seconds, minutes, hours or days.
	 * @param text the limit, for example {@code 10/15m}
	 * @return the limit
	 * @throws IllegalArgumentException for any other form
	 */
	public static Limit of(String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw new IllegalArgumentException("A limit is written as 10/15m: attempts, a slash, and s, m, h or d");
		}
		long amount = Long.parseLong(form.group(2));
		Duration period = switch (form.group(3)) {
			case "s" -> Duration.ofSeconds(amount);
			case "m" -> Duration.ofMinutes(amount);
			case "h" -> Duration.ofHours(amount);
			default -> Duration.ofDays(amount);
		};
		return new Limit(Integer.parseInt(form.group(1)), period);
	}

	/**
	 * Gives the attempts.
	 * @return how many are permitted in the period
	 */
	public int attempts() {
		return this.attempts;
	}

	/**
	 * Gives the period.
	 * @return the time after which all of them are permitted again
	 */
	public Duration period() {
		return this.period;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Limit limit && this.attempts == limit.attempts && this.period.equals(limit.period);
	}

	@Override
	public int hashCode() {
		return 31 * this.attempts + this.period.hashCode();
	}

	@Override
	public String toString() {
		long seconds = this.period.toSeconds();
		if (seconds % 86_400 == 0) {
			return this.attempts + "/" + seconds / 86_400 + "d";
		}
		if (seconds % 3_600 == 0) {
			return this.attempts + "/" + seconds / 3_600 + "h";
		}
		return (seconds % 60 == 0) ? this.attempts + "/" + seconds / 60 + "m" : this.attempts + "/" + seconds + "s";
	}

}
