package dev.authgate.account;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEventListener;
import dev.authgate.account.AccountRepository.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of accounts: prepares them, stores them, then tells those who have to
 * know.
 * <p>
 * Safe for use by several threads.
 */
public final class AccountChanges {

	// So often is a change tried anew that met another one.
	private static final int ATTEMPTS = 5;

	private final AccountRepository repository;

	private final List<AccountListener> listeners;

	private final AuthEventListener events;

	private final Clock clock;

	/**
	 * Makes the changes of a repository.
	 * @param repository where accounts are kept
	 * @param listeners told of each change, in their order
	 * @param events told of each change, for audit
	 * @param clock tells the time of a change
	 */
	public AccountChanges(AccountRepository repository, List<AccountListener> listeners, AuthEventListener events,
			Clock clock) {
		this.repository = repository;
		this.listeners = List.copyOf(listeners);
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Gives the repository.
	 * @return where accounts are kept
	 */
	public AccountRepository repository() {
		return this.repository;
	}

	/**
	 * Gives the time of a change made now.
	 * @return milliseconds since 1970
	 */
	public long now() {
		return this.clock.millis();
	}

	/**
	 * Adds an account.
	 * @param account the account
	 * @param actor who does it
	 * @return the account, or why it was not added
	 */
	public AccountResult add(Account account, Actor actor) {
		Outcome outcome = this.repository.insert(account);
		if (outcome != Outcome.DONE) {
			return AccountResult.refused(outcome);
		}
		tell(new AccountChange(AccountAction.REGISTERED, null, account, actor));
		return new AccountResult.Done(account);
	}

	/**
	 * Changes an account, anew where somebody else changed it meanwhile.
	 * @param action what the change is
	 * @param id the id of the user
	 * @param actor who does it
	 * @param change makes the changed account of the present one, or {@code null} where
	 * the change is out of date; called once for each attempt
	 * @return the account as it is now, or why it was not changed:
	 * {@link AccountProblem#STALE} also where the change is out of date
	 */
	public AccountResult change(AccountAction action, String id, Actor actor,
			Function<Account, @Nullable Account> change) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Account before = this.repository.findById(id);
			if (before == null) {
				return AccountResult.refused(AccountProblem.GONE);
			}
			Account after = change.apply(before);
			if (after == null) {
				return AccountResult.refused(AccountProblem.STALE);
			}
			AccountResult result = replace(action, before, after, actor);
			if (!(result instanceof AccountResult.Refused refused) || refused.problem() != AccountProblem.STALE) {
				return result;
			}
		}
		return AccountResult.refused(AccountProblem.STALE);
	}

	/**
	 * Replaces an account that was read by a changed one.
	 * @param action what the change is
	 * @param before the account as it was read
	 * @param after the account to have instead
	 * @param actor who does it
	 * @return the account as it is now, or why it was not changed
	 */
	public AccountResult replace(AccountAction action, Account before, Account after, Actor actor) {
		long revision = before.state().revision();
		Account stored = after.withState(after.state().withRevision(revision + 1));
		AccountChange change = new AccountChange(action, before, stored, actor);
		prepare(change);
		Outcome outcome = this.repository.replace(after.withState(after.state().withRevision(revision)));
		if (outcome != Outcome.DONE) {
			return AccountResult.refused(outcome);
		}
		tell(change);
		return new AccountResult.Done(stored);
	}

	/**
	 * Removes an account, which is disabled first: what fails until then leaves an
	 * account of which this can be done again.
	 * @param account the account
	 * @param actor who does it
	 * @return the account as it was, or why it was not removed
	 */
	public AccountResult remove(Account account, Actor actor) {
		AccountChange removal = new AccountChange(AccountAction.DELETED, account, null, actor);
		prepare(removal);
		AccountResult disabled = change(AccountAction.DISABLED, account.id(), actor,
				(present) -> present.withState(present.state().withEnabled(false)));
		if (!(disabled instanceof AccountResult.Done)) {
			return disabled;
		}
		Outcome outcome = this.repository.delete(account.id());
		if (outcome != Outcome.DONE) {
			return AccountResult.refused(outcome);
		}
		tell(removal);
		return new AccountResult.Done(account);
	}

	/**
	 * Reports what happened to an account without changing it.
	 * @param action what happened
	 * @param id the id of the user
	 * @param actor who did it
	 */
	public void report(AccountAction action, String id, Actor actor) {
		this.events.onEvent(new AccountChanged(action, id, actor.userId(), actor.remoteAddress()));
	}

	private void prepare(AccountChange planned) {
		if (planned.endsCredentials()) {
			this.listeners.forEach((listener) -> listener.changing(planned));
		}
	}

	// The audit knows also of a change whose consequences failed, and one listener that
	// fails keeps nothing from the others.
	private void tell(AccountChange change) {
		report(change.action(), change.userId(), change.actor());
		RuntimeException first = null;
		for (AccountListener listener : this.listeners) {
			try {
				listener.changed(change);
			}
			catch (RuntimeException ex) {
				first = (first != null) ? first : ex;
			}
		}
		if (first != null) {
			throw first;
		}
	}

}
