package dev.authgate.account;

import org.jspecify.annotations.Nullable;

/**
 * Where accounts are found.
 * <p>
 * Implementations are safe for use by several threads; one that cannot answer throws, and
 * the login is refused.
 */
@FunctionalInterface
public interface AccountStore {

	/**
	 * Finds an account.
	 * @param username the name as it was typed
	 * @return the account, or {@code null} if there is none of that name
	 */
	@Nullable Account find(String username);

}
