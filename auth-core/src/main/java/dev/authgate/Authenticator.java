package dev.authgate;

import org.jspecify.annotations.Nullable;

/**
 * Decides from one request who calls.
 * <p>
 * Called by many threads at once, before the request's body is read. Bad input is a
 * {@link AuthenticationResult.Rejected}, never an exception. An {@link AuthException}
 * refuses with its own status and message; any other runtime exception makes the request
 * fail closed with 503, and no other authenticator is asked.
 */
@FunctionalInterface
public interface Authenticator {

	/**
	 * Looks for its kind of credential and judges it.
	 * @param request the request
	 * @return the answer
	 */
	AuthenticationResult authenticate(AuthRequest request);

	/**
	 * Names the mechanism in configuration, annotations, logs and metrics.
	 * @return the name; empty (the default) to be called by the name of the bean
	 */
	default String name() {
		return "";
	}

	/**
	 * Tells how a caller without credentials is asked for them.
	 * @return the challenge, or {@code null} (the default) for none
	 */
	default @Nullable Challenge challenge() {
		return null;
	}

}
