package dev.authgate.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A fixed set of accounts in this process's memory, whose names are compared without
 * regard to case.
 * <p>
 * Immutable.
 */
public final class InMemoryAccountStore implements AccountStore {

	private final Map<String, Account> byName = new HashMap<>();

	/**
	 * Makes a store of accounts.
	 * @param accounts the accounts
	 * @throws IllegalArgumentException if two have the same name
	 */
	public InMemoryAccountStore(Collection<Account> accounts) {
		for (Account account : accounts) {
			if (this.byName.put(canonical(account.user().id()), account) != null) {
				throw new IllegalArgumentException("Two accounts have the user name '" + account.user().id() + "'");
			}
		}
	}

	@Override
	public @Nullable Account find(String username) {
		return this.byName.get(canonical(username));
	}

	// Upper, then lower: letters such as the long s have the same upper case as others.
	private static String canonical(String username) {
		return username.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
	}

}
