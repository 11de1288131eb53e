package dev.authgate.account;

import java.util.List;
import java.util.Set;

import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.contract.HostileTexts;
import dev.authgate.contract.PlainPasswords;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountsTests {

	private final PlainPasswords passwords = new PlainPasswords();

	private final Account huginn = TestUsers.account("huginn", "{new}raven");

	private final Account disabled = TestUsers.account("off", "{new}raven")
		.withState(AccountState.initial().withEnabled(false));

	private final Accounts accounts = new Accounts(new InMemoryAccountStore(List.of(this.huginn, this.disabled)),
			this.passwords, Secret.of("{new}decoy"));

	@Test
	void whenPasswordIsRightThenCallerIsTheUser() {
		Caller caller = Caller.of(this.huginn.user(), "login").withRoles(Set.of("user"));
		assertThat(login("huginn", "raven")).isEqualTo(AuthenticationResult.authenticated(caller));
	}

	@Test
	void whenPasswordIsWrongThenRejected() {
		assertRejected(login("huginn", "crow"), RejectionReason.WRONG_PASSWORD);
	}

	/** K16. */
	@Test
	void whenNameIsUnknownThenOneComparisonAllTheSame() {
		assertRejected(login("muninn", "raven"), RejectionReason.UNKNOWN);
		assertThat(this.passwords.compared()).containsExactly(Secret.of("{new}decoy"));
	}

	/** K16. */
	@Test
	void whenNameIsKnownThenOneComparison() {
		login("huginn", "crow");
		assertThat(this.passwords.compared()).containsExactly(Secret.of("{new}raven"));
	}

	@Test
	void whenNameIsUnknownAndPasswordIsTheDecoyThenRejected() {
		assertRejected(login("muninn", "decoy"), RejectionReason.UNKNOWN);
	}

	/** K19. */
	@Test
	void whenAccountIsDisabledThenRejectedAfterOneComparison() {
		assertRejected(login("off", "raven"), RejectionReason.DISABLED);
		assertThat(this.passwords.compared()).hasSize(1);
	}

	/** K19. */
	@Test
	void whenAccountIsDisabledAndPasswordWrongThenNothingIsTold() {
		assertRejected(login("off", "crow"), RejectionReason.WRONG_PASSWORD);
	}

	/** K18. */
	@Test
	void whenPasswordIsTooLongThenNeverCompared() {
		String longest = "x".repeat(Accounts.MAX_PASSWORD_LENGTH);
		assertRejected(login("huginn", longest + "x"), RejectionReason.WRONG_PASSWORD);
		assertThat(this.passwords.compared()).isEmpty();
		login("huginn", longest);
		assertThat(this.passwords.compared()).hasSize(1);
	}

	/** K18. */
	@Test
	void whenInputIsHostileThenRejected() {
		assertThat(HostileTexts.all()).allSatisfy((text) -> {
			assertThat(login(text, "raven")).isInstanceOf(AuthenticationResult.Rejected.class);
			assertThat(login("huginn", text)).isInstanceOf(AuthenticationResult.Rejected.class);
		});
	}

	@Test
	void whenPrintedThenPasswordIsHidden() {
		assertThat(this.huginn + " " + login("huginn", "raven")).doesNotContain("raven");
	}

	private AuthenticationResult login(String username, String password) {
		return this.accounts.login(username, Secret.of(password), "login");
	}

	private static void assertRejected(AuthenticationResult result, RejectionReason reason) {
		assertThat(result).isEqualTo(AuthenticationResult.rejected(reason));
	}

}
