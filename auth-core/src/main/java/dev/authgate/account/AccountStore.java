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
	 * Finds an account by its user name.
	 * @param username the name as it was typed, which may be any text
	 * @return the account, or {@code null} if there is none of that name
	 */
	@Nullable Account find(String username);

	/**
	 * Finds an account by the id of its user. Unless overridden, ids are taken to be user
	 * names.
	 * @param id the id of a user, which may be any text
	 * @return the account, or {@code null} if there is none of that id
	 */
	default @Nullable Account findById(String id) {
		Account account = find(id);
		return (account != null && account.id().equals(id)) ? account : null;
	}

}
