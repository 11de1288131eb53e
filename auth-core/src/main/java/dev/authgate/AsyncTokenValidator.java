package dev.authgate;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Tells whom a bearer token stands for, later and on a thread of its own.
 * <p>
 * A bean of this type configures the authenticator {@code bearer}, which waits for the
 * answer on the thread of the request. Called by many threads at once.
 */
@FunctionalInterface
public interface AsyncTokenValidator {

	/**
	 * Judges a token.
	 * @param token what follows the scheme, as in {@link TokenValidator#validate}
	 * @return a stage that completes with the user, or with an {@link AuthException} to
	 * refuse; any other failure is answered with 503
	 */
	CompletionStage<AuthUser> validate(String token);

	/**
	 * Makes a validator that waits for the answers of this one.
	 * @param timeout how long to wait for each; what takes longer fails with an
	 * {@link IllegalStateException}
	 * @return the validator
	 * @throws IllegalArgumentException if the time is not from one millisecond to one
	 * minute
	 */
	default TokenValidator waiting(Duration timeout) {
		return new WaitingTokenValidator(this, timeout);
	}

}
