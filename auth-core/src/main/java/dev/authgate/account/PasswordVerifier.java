package dev.authgate.account;

import dev.authgate.secret.Secret;

/**
 * Compares a password with its encoded form.
 */
@FunctionalInterface
public interface PasswordVerifier {

	/**
	 * Verifies a password; called by many threads at once.
	 * @param password the password as it was typed
	 * @param encoded the encoded form that was stored
	 * @return {@code true} if the password is right
	 */
	boolean matches(Secret password, Secret encoded);

}
