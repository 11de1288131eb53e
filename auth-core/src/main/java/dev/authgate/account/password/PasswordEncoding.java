package dev.authgate.account.password;

import dev.authgate.secret.Secret;

/**
 * Encodes passwords, and compares them with what was encoded.
 * <p>
 * All methods are called by many threads at once. What throws refuses the login or the
 * change, as a failure of ours and not of the caller.
 */
public interface PasswordEncoding {

	/**
	 * Compares a password with an encoded one.
	 * @param password the password as it was typed
	 * @param encoded the encoded form that was stored
	 * @return {@code true} if the password is right
	 */
	boolean matches(Secret password, Secret encoded);

	/**
	 * Encodes a password in the current encoding.
	 * @param password the password as it was typed
	 * @return the form to store, with the {@code {id}} of the encoding in front
	 * @throws PasswordTooLongException if the encoding does not take so many bytes
	 */
	Secret encode(Secret password);

	/**
	 * Tells whether a password should be encoded anew.
	 * @param encoded the encoded form that was stored
	 * @return {@code true} if it is in another encoding than the current one, or a
	 * cheaper one
	 */
	boolean needsUpgrade(Secret encoded);

}
