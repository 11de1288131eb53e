package dev.authgate.spring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.Actor;
import dev.authgate.account.change.AccountProofs;
import dev.authgate.account.change.Registration;
import dev.authgate.account.change.RegistrationForm;
import dev.authgate.account.password.BreachedPasswords;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.account.password.PasswordProblem;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.account.token.InMemoryOneTimeTokenStore;
import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.jdbc.JdbcOneTimeTokenStore;
import dev.authgate.spring.settings.AuthgateProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.authentication.password.CompromisedPasswordDecision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What properties make of accounts and their passwords.
 */
class AccountPropertiesTests {

	private static final Secret GOOD = Secret.of("mK9vQ2xR7tLw4Zp");

	private static final WebApplicationContextRunner APPLICATION = TestApplications.runner()
		.withPropertyValues("authgate.api-keys.keys[0].key=0123456789abcdef0");

	@Test
	void whenLengthIsSetThenItIsRequired() {
		APPLICATION.withPropertyValues("authgate.users.password.min-length=8").run((context) -> {
			PasswordRules rules = context.getBean(PasswordRules.class);
			assertThat(rules.minLength()).isEqualTo(8);
			assertThat(rules.problemOf(Secret.of("mK9vQ2xR"), List.of())).isNull();
		});
	}

	@Test
	void whenTimeToLiveIsSetThenBound() {
		APPLICATION.withPropertyValues("authgate.users.password.reset-time-to-live=10m")
			.run((context) -> assertThat(context.getBean(AuthgateProperties.class).users().password().resetTimeToLive())
				.isEqualTo(Duration.ofMinutes(10)));
	}

	@Test
	void whenFieldsAreUpdatableThenRegistrationTakesThem() {
		APPLICATION.withPropertyValues("authgate.users.updatable=color").run((context) -> {
			Done done = (Done) register(context.getBean(Registration.class), null);
			assertThat(done.account().user().data()).isEqualTo(Map.of("color", "blue"));
		});
	}

	@Test
	void whenAddressIsRequiredThenRegistrationRefuses() {
		APPLICATION.withPropertyValues("authgate.users.registration.email-required=true")
			.run((context) -> assertThat(register(context.getBean(Registration.class), null))
				.isEqualTo(new Refused(AccountProblem.INVALID_EMAIL, null)));
	}

	@Test
	void whenTermsAreSetThenEverybodyGetsThem() {
		APPLICATION
			.withPropertyValues("authgate.users.registration.permissions=threads:read",
					"authgate.users.registration.roles=reader", "authgate.users.registration.open=true")
			.run((context) -> {
				Done done = (Done) register(context.getBean(Registration.class), "ada@example.com");
				assertThat(done.account().user().permissions()).containsExactly("threads:read");
				assertThat(done.account().roles()).containsExactly("reader");
				assertThat(context.getBean(AuthgateProperties.class).users().registration().open()).isTrue();
			});
	}

	/** F33: whoever judges passwords gets the encoding that knows the normal form. */
	@Test
	void whenPasswordIsTypedInAnotherFormThenRight() {
		APPLICATION.run((context) -> {
			PasswordEncoding encoding = context.getBean(PasswordEncoding.class);
			Secret encoded = encoding.encode(Secret.of("caf\u00e9 under the old elms"));
			assertThat(encoding.matches(Secret.of("cafe\u0301 under the old elms"), encoded)).isTrue();
		});
	}

	@Test
	void whenBreachesAreKnownThenAsked() {
		APPLICATION.withBean(BreachedPasswords.class, () -> GOOD::equals)
			.run((context) -> assertThat(context.getBean(PasswordRules.class).problemOf(GOOD, List.of()))
				.isEqualTo(PasswordProblem.BREACHED));
	}

	@Test
	void whenSpringSecurityKnowsBreachesThenAsked() {
		APPLICATION
			.withBean(CompromisedPasswordChecker.class,
					() -> (password) -> new CompromisedPasswordDecision(GOOD.reveal().equals(password)))
			.run((context) -> assertThat(context.getBean(PasswordRules.class).problemOf(GOOD, List.of()))
				.isEqualTo(PasswordProblem.BREACHED));
	}

	@Test
	void whenStoreIsMemoryThenTokensAreInMemory() {
		APPLICATION.run((context) -> assertThat(context.getBean(OneTimeTokenStore.class))
			.isInstanceOf(InMemoryOneTimeTokenStore.class));
	}

	@Test
	void whenNothingSendsMessagesThenSaidWhereTheyAreNeeded() {
		APPLICATION.run((context) -> assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> context.getBean(AccountProofs.class))
			.satisfies((failure) -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
				.isInstanceOf(MisconfigurationException.class)
				.hasMessageContaining("nothing sends the messages")));
	}

	@Test
	void whenAccountsAreConfiguredAndStoreIsADatabaseThenRefused() {
		APPLICATION.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("authgate.users.store=jdbc", "authgate.users.accounts[0].username=ada",
					"authgate.users.accounts[0].password=x")
			.run((context) -> assertThat(refusal(context)).hasMessageContaining("accounts are kept in the database"));
	}

	@Test
	void whenStoreIsADatabaseThenNoneInMemory() {
		APPLICATION.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("authgate.users.store=jdbc", "authgate.default-authenticator=api-key")
			.run((context) -> assertThat(context).hasSingleBean(AccountRepository.class)
				.hasBean("authgateJdbcAccountStore"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"password.min-length=7 | authgate.users.password.min-length is not from 8 to 64.",
			"password.min-length=65 | authgate.users.password.min-length is not from 8 to 64.",
			"password.reset-time-to-live=0s | authgate.users.password.reset-time-to-live is not from one second to ten years.",
			"updatable=roles | authgate.users.updatable: No user may write the field 'roles'.",
			"accounts[0].username=ada | authgate.users.accounts[0] has no username or no password." })
	void whenValueCannotWorkThenRefused(String property, String problem) {
		APPLICATION.withPropertyValues("authgate.users." + property)
			.run((context) -> assertThat(refusal(context)).hasMessage(problem));
	}

	@Test
	void whenFieldWouldBeAClaimOfItsOwnThenRefused() {
		APPLICATION.withPropertyValues("authgate.users.updatable=exp", "authgate.login.token=true",
				"authgate.jwt.secret=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "authgate.default-authenticator=jwt",
				"authgate.users.accounts[0].username=ada", "authgate.users.accounts[0].password=another raven flew")
			.run((context) -> assertThat(refusal(context)).hasMessageStartingWith("authgate.users.updatable: "));
	}

	@Test
	void whenClaimWouldBeTheUserNameOfTheRegisteredThenRefused() {
		APPLICATION
			.withPropertyValues("authgate.jwt.claims.permissions=username", "authgate.login.token=true",
					"authgate.jwt.secret=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
					"authgate.default-authenticator=jwt", "authgate.endpoints.register.enabled=true")
			.run((context) -> assertThat(refusal(context)).hasMessageStartingWith("authgate.jwt.claims: "));
	}

	@Test
	void whenAccountsAreInADatabaseThenTokensAreBesideThem() {
		APPLICATION.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("authgate.users.store=jdbc", "authgate.default-authenticator=api-key")
			.run((context) -> assertThat(context.getBean(OneTimeTokenStore.class))
				.isInstanceOf(JdbcOneTimeTokenStore.class));
	}

	@Test
	void whenTermsNameNoPermissionThenRefusedWhenNeeded() {
		APPLICATION.withPropertyValues("authgate.users.registration.permissions=nonsense")
			.run((context) -> assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> context.getBean(Registration.class))
				.satisfies((failure) -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
					.hasMessageStartingWith("authgate.users.registration.permissions: ")));
	}

	private static Throwable refusal(AssertableWebApplicationContext context) {
		assertThat(context).hasFailed();
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure());
		assertThat(cause).isInstanceOf(MisconfigurationException.class);
		return cause;
	}

	private static AccountResult register(Registration registration, String email) {
		return registration.register(new RegistrationForm("ada", email, GOOD, Map.of("color", "blue")),
				Actor.unknown(""));
	}

}
