package dev.authgate.account;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.contract.PlainPasswords;
import dev.authgate.contract.TestClock;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Passwords are encoded anew at the login (M6, F33).
 */
class AccountUpgradeTests {

	private final List<AuthEvent> events = new ArrayList<>();

	private final List<AccountChange> changed = new ArrayList<>();

	private final InMemoryAccountStore store = new InMemoryAccountStore(
			List.of(TestUsers.account("ada", "{old}raven"), TestUsers.account("bob", "{new}raven")));

	private final AccountChanges changes = new AccountChanges(this.store, List.of(this.changed::add), this.events::add,
			new TestClock());

	private final Accounts accounts = accounts(new PlainPasswords());

	@Test
	void whenEncodingIsOldThenUpgradedAtLogin() {
		assertThat(login("ada", "raven")).isInstanceOf(Authenticated.class);
		assertThat(password("ada")).isEqualTo(Secret.of("{new}raven"));
		assertThat(this.events).containsExactly(new AccountChanged(AccountAction.PASSWORD_UPGRADED, "ada", "ada", ""));
	}

	@Test
	void whenUpgradedThenNothingIsEnded() {
		login("ada", "raven");
		assertThat(this.changed).hasSize(1).noneMatch(AccountChange::endsCredentials);
		assertThat(this.changed.get(0).after().state().passwordVersion()).isZero();
	}

	@Test
	void whenPasswordIsWrongThenNotUpgraded() {
		login("ada", "crow");
		assertThat(password("ada")).isEqualTo(Secret.of("{old}raven"));
	}

	@Test
	void whenEncodingIsCurrentThenNothingIsWritten() {
		login("bob", "raven");
		assertThat(this.changed).isEmpty();
	}

	@Test
	void whenAccountIsDisabledThenNotUpgraded() {
		this.changes.change(AccountAction.DISABLED, "ada", Actor.application(),
				(account) -> account.withState(account.state().withEnabled(false)));
		assertThat(login("ada", "raven")).isInstanceOf(AuthenticationResult.Rejected.class);
		assertThat(password("ada")).isEqualTo(Secret.of("{old}raven"));
	}

	@Test
	void whenUpgradeFailsThenLoginSucceedsAllTheSame() {
		PlainPasswords plain = new PlainPasswords();
		Accounts failing = accounts(new PasswordEncoding() {
			@Override
			public boolean matches(Secret password, Secret encoded) {
				return plain.matches(password, encoded);
			}

			@Override
			public Secret encode(Secret password) {
				throw new IllegalStateException("out of order");
			}

			@Override
			public boolean needsUpgrade(Secret encoded) {
				return true;
			}
		});
		assertThat(failing.login("ada", Secret.of("raven"), "login")).isInstanceOf(Authenticated.class);
	}

	private Accounts accounts(PasswordEncoding encoding) {
		return new Accounts(this.store, encoding, Secret.of("{new}decoy")).upgrading(this.changes);
	}

	private AuthenticationResult login(String username, String password) {
		return this.accounts.login(username, Secret.of(password), "login");
	}

	private Secret password(String username) {
		return this.store.find(username).password();
	}

}
