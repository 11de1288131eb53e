package dev.authgate.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.contract.HostileTexts;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountsTests {

	private final List<Secret> compared = new ArrayList<>();

	private final Account huginn = TestUsers.account("huginn", "{plain}raven");

	private final Account disabled = new Account(Secret.of("{plain}raven"), TestUsers.account("off", "").user(),
			Set.of(), false);

	private final Accounts accounts = new Accounts(new InMemoryAccountStore(List.of(this.huginn, this.disabled)),
			this::matches, Secret.of("{plain}decoy"));

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
		assertThat(this.compared).containsExactly(Secret.of("{plain}decoy"));
	}

	/** K16. */
	@Test
	void whenNameIsKnownThenOneComparison() {
		login("huginn", "crow");
		assertThat(this.compared).containsExactly(Secret.of("{plain}raven"));
	}

	@Test
	void whenNameIsUnknownAndPasswordIsTheDecoyThenRejected() {
		assertRejected(login("muninn", "decoy"), RejectionReason.UNKNOWN);
	}

	/** K19. */
	@Test
	void whenAccountIsDisabledThenRejectedAfterOneComparison() {
		assertRejected(login("off", "raven"), RejectionReason.DISABLED);
		assertThat(this.compared).hasSize(1);
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
		assertThat(this.compared).isEmpty();
		login("huginn", longest);
		assertThat(this.compared).hasSize(1);
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

	private boolean matches(Secret password, Secret encoded) {
		this.compared.add(encoded);
		return encoded.reveal().equals("{plain}" + password.reveal());
	}

	private static void assertRejected(AuthenticationResult result, RejectionReason reason) {
		assertThat(result).isEqualTo(AuthenticationResult.rejected(reason));
	}

}
