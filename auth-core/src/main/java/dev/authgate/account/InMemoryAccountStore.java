package dev.authgate.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Accounts in this process's memory, which are gone with it.
 * <p>
 * Safe for use by several threads.
 */
public final class InMemoryAccountStore implements AccountRepository {

	private final NavigableMap<String, Account> byName = new TreeMap<>();

	private final Map<String, Account> byId = new HashMap<>();

	private final Map<String, Account> byEmail = new HashMap<>();

	/**
	 * Makes a store of accounts.
	 * @param accounts the accounts to begin with
	 * @throws IllegalArgumentException if two have the same name or e-mail address
	 */
	public InMemoryAccountStore(Collection<Account> accounts) {
		for (Account account : accounts) {
			if (insert(account) != Outcome.DONE) {
				throw new IllegalArgumentException(
						"Two accounts have the user name or e-mail address of '" + account.name().username() + "'");
			}
		}
	}

	@Override
	public synchronized @Nullable Account find(String username) {
		return this.byName.get(AccountName.canonical(username));
	}

	@Override
	public synchronized @Nullable Account findById(String id) {
		return this.byId.get(id);
	}

	@Override
	public synchronized @Nullable Account findByEmail(String email) {
		return this.byEmail.get(AccountName.canonical(email));
	}

	@Override
	public synchronized Outcome insert(Account account) {
		if (this.byId.containsKey(account.id())) {
			return Outcome.NAME_TAKEN;
		}
		Outcome outcome = takenBesides(account);
		if (outcome == Outcome.DONE) {
			put(account);
		}
		return outcome;
	}

	@Override
	public synchronized Outcome replace(Account account) {
		Account present = this.byId.get(account.id());
		if (present == null) {
			return Outcome.GONE;
		}
		long revision = account.state().revision();
		if (present.state().revision() != revision) {
			return Outcome.STALE;
		}
		Outcome outcome = takenBesides(account);
		if (outcome == Outcome.DONE) {
			remove(present);
			put(account.withState(account.state().withRevision(revision + 1)));
		}
		return outcome;
	}

	@Override
	public synchronized Outcome delete(String id) {
		Account present = this.byId.get(id);
		if (present == null) {
			return Outcome.GONE;
		}
		remove(present);
		return Outcome.DONE;
	}

	@Override
	public synchronized List<Account> list(@Nullable String after, int limit) {
		NavigableMap<String, Account> rest = (after != null) ? this.byName.tailMap(AccountName.canonical(after), false)
				: this.byName;
		return rest.values().stream().limit(limit).toList();
	}

	private Outcome takenBesides(Account account) {
		if (isOther(this.byName.get(account.name().usernameKey()), account)) {
			return Outcome.NAME_TAKEN;
		}
		String email = account.name().emailKey();
		return (email != null && isOther(this.byEmail.get(email), account)) ? Outcome.EMAIL_TAKEN : Outcome.DONE;
	}

	private static boolean isOther(@Nullable Account present, Account account) {
		return present != null && !present.id().equals(account.id());
	}

	private void put(Account account) {
		this.byId.put(account.id(), account);
		this.byName.put(account.name().usernameKey(), account);
		String email = account.name().emailKey();
		if (email != null) {
			this.byEmail.put(email, account);
		}
	}

	private void remove(Account account) {
		this.byId.remove(account.id());
		this.byName.remove(account.name().usernameKey());
		String email = account.name().emailKey();
		if (email != null) {
			this.byEmail.remove(email);
		}
	}

}
