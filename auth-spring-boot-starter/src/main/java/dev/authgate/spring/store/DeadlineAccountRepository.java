package dev.authgate.spring.store;

import java.util.List;

import dev.authgate.account.Account;
import dev.authgate.account.AccountRepository;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in a store that is waited for no longer than a deadline where they are read.
 * <p>
 * A change is waited for as long as it takes: one that is given up may still be stored,
 * and those who have to end what was issued before would not be told. Every change reads
 * the account first.
 *
 * @param store the store
 * @param deadline the deadline, closed with this repository
 */
public record DeadlineAccountRepository(AccountRepository store,
		Deadline deadline) implements AccountRepository, AutoCloseable {

	@Override
	public @Nullable Account find(String username) {
		return this.deadline.<@Nullable Account>call(() -> this.store.find(username));
	}

	@Override
	public @Nullable Account findById(String id) {
		return this.deadline.<@Nullable Account>call(() -> this.store.findById(id));
	}

	@Override
	public @Nullable Account findByEmail(String email) {
		return this.deadline.<@Nullable Account>call(() -> this.store.findByEmail(email));
	}

	@Override
	public List<Account> list(@Nullable String after, int limit) {
		return this.deadline.call(() -> this.store.list(after, limit));
	}

	@Override
	public Outcome insert(Account account) {
		return this.store.insert(account);
	}

	@Override
	public Outcome replace(Account account) {
		return this.store.replace(account);
	}

	@Override
	public Outcome delete(String id) {
		return this.store.delete(id);
	}

	@Override
	public void close() {
		this.deadline.close();
	}

}
