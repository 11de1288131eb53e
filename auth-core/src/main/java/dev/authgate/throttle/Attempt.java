package dev.authgate.throttle;

import java.time.Duration;

/**
 * Whether something may be attempted.
 */
public sealed interface Attempt {

	/**
	 * The attempt is counted and may be made.
	 */
	non-sealed interface Permitted extends Attempt {

		/**
		 * Takes the attempt out of the count again, because it succeeded; to be called at
		 * most once. An attempt that nobody takes back stays counted.
		 */
		void succeeded();

	}

	/**
	 * There were too many attempts.
	 *
	 * @param retryAfter when the next one may be made
	 */
	record Refused(Duration retryAfter) implements Attempt {
	}

}
