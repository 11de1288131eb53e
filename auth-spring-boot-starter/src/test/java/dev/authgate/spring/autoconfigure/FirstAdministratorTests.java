package dev.authgate.spring.autoconfigure;

import java.util.List;

import dev.authgate.account.Account;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountStore;
import dev.authgate.account.Accounts;
import dev.authgate.contract.Race;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first administrator comes from properties, once.
 */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {

	private static final String PREFIX = "authgate.users.bootstrap.";

	private static final String PASSWORD = "cAnArY flew over 3 hills";

	private static final WebApplicationContextRunner APPLICATION = TestApplications.runner()
		.withPropertyValues("authgate.api-keys.keys[0].key=0123456789abcdef0",
				"authgate.default-authenticator=api-key");

	private static final WebApplicationContextRunner BOOTSTRAPPED = APPLICATION
		.withPropertyValues(PREFIX + "username=root", PREFIX + "password=" + PASSWORD);

	@Test
	void whenThereIsNoAccountThenMadeWithAllPermissions(CapturedOutput output) {
		BOOTSTRAPPED.withPropertyValues(PREFIX + "email=root@example.com").run((context) -> {
			Account root = context.getBean(AccountRepository.class).find("root");
			assertThat(root.user().permissions()).containsExactly("*:*");
			assertThat(root.id()).matches("[0-9a-f]{32}");
			assertThat(root.name().email()).isEqualTo("root@example.com");
			assertThat(output).contains("was made; remove authgate.users.bootstrap now").doesNotContain("cAnArY");
		});
	}

	@Test
	void whenMadeThenItLogsIn() {
		BOOTSTRAPPED.run((context) -> assertThat(
				context.getBean(Accounts.class).login("Root", Secret.of(PASSWORD), "login").toString())
			.contains("Authenticated"));
	}

	@Test
	void whenGrantsAreNamedThenThose() {
		BOOTSTRAPPED.withPropertyValues(PREFIX + "permissions=admin:write", PREFIX + "roles=admin").run((context) -> {
			Account root = context.getBean(AccountRepository.class).find("root");
			assertThat(root.user().permissions()).containsExactly("admin:write");
			assertThat(root.roles()).containsExactly("admin");
		});
	}

	@Test
	void whenPasswordIsEncodedThenKept() {
		String encoded = "{bcrypt}$2a$04$zX8gV1sIBcQQp4HGq0qvZ.8kXo3xQmO6ZqEoTzYB3lqVxQn0nq9aS";
		APPLICATION.withPropertyValues(PREFIX + "username=root", PREFIX + "password=" + encoded)
			.run((context) -> assertThat(context.getBean(AccountRepository.class).find("root").password())
				.isEqualTo(Secret.of(encoded)));
	}

	@Test
	void whenAccountIsThereThenLeftAsItIs(CapturedOutput output) {
		BOOTSTRAPPED.withPropertyValues("authgate.users.accounts[0].username=ROOT",
				"authgate.users.accounts[0].password=another raven flew", "authgate.users.accounts[0].enabled=false")
			.run((context) -> {
				Account root = context.getBean(AccountRepository.class).find("root");
				assertThat(root.id()).isEqualTo("ROOT");
				assertThat(root.user().permissions()).isEmpty();
				assertThat(root.state().enabled()).isFalse();
				assertThat(output).contains("is there already, and is left as it is");
			});
	}

	@Test
	void whenTwoNodesStartAtOnceThenOneMakesIt() {
		WebApplicationContextRunner node = BOOTSTRAPPED
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("authgate.users.store=jdbc", "spring.datasource.generate-unique-name=false",
					"spring.datasource.url=jdbc:h2:mem:two-nodes;DB_CLOSE_DELAY=-1",
					"authgate.jdbc.initialize-schema=never");
		node.withPropertyValues("authgate.jdbc.initialize-schema=always", PREFIX + "username=first")
			.run((context) -> assertThat(context).hasNotFailed());
		List<String> ids = Race.of(2, (i) -> idOfRoot(node));
		assertThat(ids).hasSize(2).containsOnly(ids.get(0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"password=short | authgate.users.bootstrap.password is not good enough for an administrator: TOO_SHORT.",
			"password={short | authgate.users.bootstrap.password is not good enough for an administrator: TOO_SHORT.",
			"password=my name is root, hello root | authgate.users.bootstrap.password is not good enough for an administrator: LIKE_NAME.",
			"password={noop}cAnArY | authgate.users.bootstrap.password is encoded in a way that is not known or protects nothing.",
			"username= | authgate.users.bootstrap.username cannot be a user name.",
			"email=nobody | authgate.users.bootstrap.email cannot be an e-mail address.",
			"permissions=nonsense | authgate.users.bootstrap.permissions: Invalid permission format: 'nonsense'. Expected <resource>:<action>" })
	void whenItCannotWorkThenRefused(String property, String problem) {
		BOOTSTRAPPED.withPropertyValues(PREFIX + property)
			.run((context) -> assertThat(refusal(context)).hasMessage(problem));
	}

	@Test
	void whenOnlyOneIsSetThenRefused() {
		APPLICATION.withPropertyValues(PREFIX + "username=root")
			.run((context) -> assertThat(refusal(context))
				.hasMessage("authgate.users.bootstrap has a username or a password, and not both."));
	}

	@Test
	void whenApplicationKeepsAccountsItselfThenRefused() {
		BOOTSTRAPPED.withBean(AccountStore.class, () -> (username) -> null)
			.run((context) -> assertThat(refusal(context))
				.hasMessage("authgate.users.bootstrap is set, and the application keeps its accounts itself."));
	}

	private static String idOfRoot(WebApplicationContextRunner node) {
		String[] id = new String[1];
		node.run((context) -> id[0] = context.getBean(AccountRepository.class).find("root").id());
		return id[0];
	}

	private static Throwable refusal(AssertableWebApplicationContext context) {
		assertThat(context).hasFailed();
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure());
		assertThat(cause).isInstanceOf(MisconfigurationException.class);
		return cause;
	}

}
