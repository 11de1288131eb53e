package dev.authgate.account.password;

import dev.authgate.secret.Secret;

/**
 * Knows passwords that were stolen somewhere.
 * <p>
 * Called by many threads at once. One that cannot answer throws, and the password is not
 * taken: an answer that never came is no good one.
 */
@FunctionalInterface
public interface BreachedPasswords {

	/**
	 * Looks a password up.
	 * @param password the password that somebody wants to have
	 * @return {@code true} if it is known to have been stolen
	 */
	boolean contains(Secret password);

}
