package dev.authgate.throttle;

import org.jspecify.annotations.Nullable;

/**
 * Counts attempts, and permits no more than the limits allow.
 * <p>
 * An attempt is counted before the credential is judged, so that many at the same time
 * count as well as one after the other. Implementations are safe for use by several
 * threads; one that cannot count throws, and what was to be attempted is refused.
 */
@FunctionalInterface
public interface Throttle {

	/**
	 * Counts an attempt, unless there were too many.
	 * @param kind what is attempted
	 * @param account the user name or e-mail address as it was typed, whether or not
	 * there is such an account; {@code null} if the attempt names none
	 * @param clientAddress the textual IP address of the client
	 * @return whether it may be made
	 */
	Attempt attempt(AttemptKind kind, @Nullable String account, String clientAddress);

	/**
	 * Gives a throttle that permits everything.
	 * @return the throttle
	 */
	static Throttle none() {
		Attempt.Permitted permitted = () -> {
		};
		return (kind, account, clientAddress) -> permitted;
	}

}
