package dev.authgate.account.change;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.account.Account;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.Accounts;
import dev.authgate.account.Actor;
import dev.authgate.account.password.PasswordProblem;
import dev.authgate.contract.HostileTexts;
import dev.authgate.contract.Race;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People get accounts (F31).
 */
class RegistrationTests {

	private final TestDesk desk = new TestDesk();

	@Test
	void whenRegisteredThenAccountByTheTerms() {
		Account ada = this.desk.register("ada");
		assertThat(this.desk.stored(ada)).isEqualTo(ada);
		assertThat(ada.user().permissions()).containsExactly("threads:read");
		assertThat(ada.roles()).containsExactly("user");
		assertThat(ada.state().enabled()).isTrue();
		assertThat(ada.state().verified()).isFalse();
		assertThat(ada.password()).isEqualTo(Secret.of("{new}" + TestDesk.PASSWORD.reveal()));
	}

	@Test
	void whenRegisteredThenIdIsRandom() {
		Set<String> ids = new HashSet<>();
		List.of("client_1", "admin", "a").forEach((name) -> ids.add(this.desk.register(name).id()));
		assertThat(ids).hasSize(3).allMatch((id) -> id.matches("[0-9a-f]{32}"));
	}

	@Test
	void whenRegisteredThenCallerShowsTheUserName() {
		this.desk.register("ada");
		Accounts accounts = new Accounts(this.desk.store, this.desk.passwords, Secret.of("x"));
		assertThat(accounts.login("ADA", TestDesk.PASSWORD, "login").toString()).contains("Authenticated");
		assertThat(this.desk.store.find("ada").caller("login").user().data()).isEqualTo(Map.of("username", "ada"));
	}

	@Test
	void whenRegisteredThenAuditedAsOnesOwn() {
		Account ada = this.desk.register("ada");
		assertThat(this.desk.events)
			.containsExactly(new AccountChanged(AccountAction.REGISTERED, ada.id(), ada.id(), "192.0.2.1"));
	}

	/** M1. */
	@Test
	void whenAdministratorRegistersThenAuditedWithIt() {
		AccountResult result = this.desk.registration.register(form("ada", null, TestDesk.PASSWORD),
				new Actor("root", ""));
		String id = ((Done) result).account().id();
		assertThat(this.desk.events).containsExactly(new AccountChanged(AccountAction.REGISTERED, id, "root", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ada", "a\nb", "a\u200bda" })
	void whenNameIsNoneThenRefused(String name) {
		refused(form(name, null, TestDesk.PASSWORD), AccountProblem.INVALID_NAME);
	}

	@Test
	void whenAddressIsNoneThenRefused() {
		refused(form("ada", "nobody", TestDesk.PASSWORD), AccountProblem.INVALID_EMAIL);
	}

	@Test
	void whenAddressIsRequiredThenItMustBeThere() {
		AccountResult result = this.desk.registration(true)
			.register(form("ada", null, TestDesk.PASSWORD), TestDesk.ACTOR);
		assertThat(result).isEqualTo(new Refused(AccountProblem.INVALID_EMAIL, null));
	}

	/** M3. */
	@Test
	void whenNameOrAddressIsTakenThenRefusedBeforeAnythingIsEncoded() {
		this.desk.register("ada");
		refused(form("ADA", "other@example.com", TestDesk.PASSWORD), AccountProblem.NAME_TAKEN);
		refused(form("bob", "Ada@Example.COM", TestDesk.PASSWORD), AccountProblem.EMAIL_TAKEN);
	}

	@Test
	void whenPasswordIsWeakThenRefusedWithReason() {
		assertThat(this.desk.registration.register(form("ada", null, Secret.of("short")), TestDesk.ACTOR))
			.isEqualTo(new Refused(AccountProblem.WEAK_PASSWORD, PasswordProblem.TOO_SHORT));
		assertThat(this.desk.registration.register(form("lovelace", null, Secret.of("i am lovelace, you know")),
				TestDesk.ACTOR))
			.isEqualTo(new Refused(AccountProblem.WEAK_PASSWORD, PasswordProblem.LIKE_NAME));
	}

	/** M2. */
	@Test
	void whenFormHasMoreThanAllowedThenIgnoredAndAudited() {
		RegistrationForm form = new RegistrationForm("ada", null, TestDesk.PASSWORD,
				Map.of("color", "blue", "permissions", "*:*", "roles", List.of("admin"), "verified", true));
		Account ada = ((Done) this.desk.registration.register(form, TestDesk.ACTOR)).account();
		assertThat(ada.user().data()).isEqualTo(Map.of("color", "blue"));
		assertThat(ada.user().permissions()).containsExactly("threads:read");
		assertThat(this.desk.events)
			.contains(new AccountChanged(AccountAction.UPDATE_IGNORED, ada.id(), ada.id(), "192.0.2.1"));
	}

	@Test
	void whenDataAreTooMuchThenRefused() {
		refused(new RegistrationForm("ada", null, TestDesk.PASSWORD, Map.of("color", "x".repeat(5000))),
				AccountProblem.INVALID_DATA);
	}

	@Test
	void whenManyRegisterOneNameThenOneGetsIt() {
		List<AccountResult> results = Race.of(50,
				(i) -> this.desk.registration(false).register(form("ada", null, TestDesk.PASSWORD), TestDesk.ACTOR));
		assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
	}

	/** K18. */
	@Test
	void whenTextIsHostileThenJudgedWithoutFailing() {
		assertThat(HostileTexts.all()).allSatisfy((text) -> {
			assertThat(this.desk.registration.register(form("ada", null, Secret.of(text)), TestDesk.ACTOR)).isNotNull();
			assertThat(this.desk.registration.register(form(text, text, TestDesk.PASSWORD), TestDesk.ACTOR))
				.isNotNull();
		});
	}

	private void refused(RegistrationForm form, AccountProblem problem) {
		assertThat(this.desk.registration.register(form, TestDesk.ACTOR)).isEqualTo(new Refused(problem, null));
	}

	private static RegistrationForm form(String username, @Nullable String email, Secret password) {
		return new RegistrationForm(username, email, password, Map.of());
	}

}
