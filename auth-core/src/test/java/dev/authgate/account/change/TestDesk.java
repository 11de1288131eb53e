package dev.authgate.account.change;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChange;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountFields;
import dev.authgate.account.AccountListener;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.Actor;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.account.token.InMemoryOneTimeTokenStore;
import dev.authgate.account.token.OneTimeTokens;
import dev.authgate.contract.PlainPasswords;
import dev.authgate.contract.TestClock;
import dev.authgate.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that is done with accounts, on accounts in memory.
 */
final class TestDesk implements AccountMessages, AccountListener {

	static final Secret PASSWORD = Secret.of("the raven flew over 3 hills");

	static final Actor ACTOR = Actor.unknown("192.0.2.1");

	final TestClock clock = new TestClock();

	final List<AuthEvent> events = new ArrayList<>();

	final List<AccountChange> changed = new ArrayList<>();

	final Set<AccountAction> failing = EnumSet.noneOf(AccountAction.class);

	final List<Runnable> meanwhile = new ArrayList<>();

	final List<Secret> sent = new ArrayList<>();

	final List<Runnable> waiting = new ArrayList<>();

	final InMemoryAccountStore store = new InMemoryAccountStore(List.of());

	final AccountChanges changes = new AccountChanges(this.store, List.of(this), this.events::add, this.clock);

	final PlainPasswords passwords = new PlainPasswords();

	final PasswordRules rules = new PasswordRules(15, (password) -> false);

	final OneTimeTokens tokens = new OneTimeTokens(new InMemoryOneTimeTokenStore(), OneTimeTokens.DEFAULT_TIME_TO_LIVE,
			this.clock);

	final Registration registration = registration(false);

	final PasswordChanges passwordChanges = new PasswordChanges(this.changes, this.passwords, this.rules, this.tokens);

	final AccountProofs proofs = new AccountProofs(this.changes, this.tokens, this, this.waiting::add);

	final AccountAdministration administration = new AccountAdministration(this.changes, Grants.open());

	Registration registration(boolean emailRequired) {
		return new Registration(this.changes, this.passwords, this.rules, new RegistrationTerms(
				PermissionSet.of("threads:read"), Set.of("user"), AccountFields.of(List.of("color")), emailRequired));
	}

	Account register(String username) {
		AccountResult result = this.registration
			.register(new RegistrationForm(username, username + "@example.com", PASSWORD, Map.of()), ACTOR);
		assertThat(result).isInstanceOf(Done.class);
		return ((Done) result).account();
	}

	Account stored(Account account) {
		return this.store.findById(account.id());
	}

	void work() {
		List<Runnable> due = List.copyOf(this.waiting);
		this.waiting.clear();
		due.forEach(Runnable::run);
	}

	@Override
	public void changing(AccountChange planned) {
		if (this.failing.remove(planned.action())) {
			throw new IllegalStateException("unreachable");
		}
		List<Runnable> due = List.copyOf(this.meanwhile);
		this.meanwhile.clear();
		due.forEach(Runnable::run);
	}

	@Override
	public void changed(AccountChange change) {
		this.changed.add(change);
	}

	@Override
	public void sendReset(Account account, Secret token) {
		this.sent.add(token);
	}

	@Override
	public void sendVerification(Account account, Secret token) {
		this.sent.add(token);
	}

}
