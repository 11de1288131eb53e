package dev.authgate.spring.app;

import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.account.AccountStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What configuration makes of the login.
 */
@ExtendWith(OutputCaptureExtension.class)
class LoginConfigurationTests {

	private static final WebApplicationContextRunner APPLICATION = Slim.empty(UserHandlers.class)
		.withPropertyValues("authgate.jwt.secret=" + Workspace.JWT_SECRET, "authgate.login.token=true",
				"authgate.users.accounts[0].username=ada");

	/**
	 * I5: a plain password is encoded at the start, with one warning that does not tell
	 * it.
	 */
	@Test
	void whenPasswordIsPlainThenEncodedWithOneWarning(CapturedOutput output) {
		Slim.serve(APPLICATION.withPropertyValues("authgate.users.accounts[0].password=canary password"), (mvc) -> {
			assertThat(login(mvc, "/login", "ada", "canary password")).hasStatus(200);
			assertThat(login(mvc, "/login", "ada", "other")).hasStatus(401);
			assertThat(output.getAll().split("is not encoded", -1)).hasSize(2);
			assertThat(output).doesNotContain("canary");
		});
	}

	/**
	 * K1: the path of the login is configurable, and the usual one is then guarded.
	 */
	@Test
	void whenPathIsConfiguredThenLoginIsThereAlone() {
		Slim.serve(APPLICATION.withPropertyValues("authgate.users.accounts[0].password=" + Workspace.PASSWORD_HASH,
				"authgate.login.path=/auth/token"), (mvc) -> {
					assertThat(login(mvc, "/auth/token", "ada", Workspace.PASSWORD)).hasStatus(200);
					assertThat(login(mvc, "/login", "ada", Workspace.PASSWORD)).hasStatus(401);
				});
	}

	/**
	 * K1: without the switch there is no login.
	 */
	@Test
	void whenLoginIsOffThenGuarded() {
		Slim.serve(
				APPLICATION.withPropertyValues("authgate.users.accounts[0].password=" + Workspace.PASSWORD_HASH,
						"authgate.login.token=false"),
				(mvc) -> assertThat(login(mvc, "/login", "ada", Workspace.PASSWORD)).hasStatus(401));
	}

	/**
	 * K16, F33: an unknown name costs one comparison, like a wrong password and a
	 * disabled account.
	 */
	@ParameterizedTest
	@CsvSource({ "ada, wrong", "nobody, wrong", "eve, right", "ada, right" })
	void whenLoggingInThenPasswordIsComparedOnce(String name, String password) {
		APPLICATION.withUserConfiguration(CountingEncoder.class)
			.withPropertyValues("authgate.users.accounts[0].password=right", "authgate.users.accounts[1].username=eve",
					"authgate.users.accounts[1].password=right", "authgate.users.accounts[1].enabled=false")
			.run((context) -> {
				AtomicInteger comparisons = context.getBean(CountingEncoder.class).comparisons;
				login(Slim.mvc(context), "/login", name, password);
				assertThat(comparisons).hasValue(1);
			});
	}

	/**
	 * B10: a store that fails refuses the login, without a word of why.
	 */
	@Test
	void whenStoreFailsThenUnavailable(CapturedOutput output) {
		Slim.serve(APPLICATION.withUserConfiguration(FailingStore.class), (mvc) -> {
			assertThat(login(mvc, "/login", "ada", "x")).hasStatus(503).hasHeader("Retry-After", "5");
			assertThat(login(mvc, "/login", "ada", "x")).bodyText().contains("unavailable").doesNotContain("canary");
			assertThat(output).doesNotContain("canary");
		});
	}

	/**
	 * E14: data that could not be claims of a token is refused at the start.
	 */
	@ParameterizedTest
	@CsvSource({ "data.exp=1", "data.sub=root" })
	void whenDataCannotBeClaimsThenStartIsRefused(String property) {
		APPLICATION
			.withPropertyValues("authgate.users.accounts[0].password=" + Workspace.PASSWORD_HASH,
					"authgate.users.accounts[0]." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("authgate.users.accounts[0]"));
	}

	private static MvcTestResult login(MockMvc mvc, String path, String name, String password) {
		return MockMvcTester.create(mvc)
			.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}")
			.exchange();
	}

	/**
	 * Counts comparisons.
	 */
	@Configuration(proxyBeanMethods = false)
	static class CountingEncoder {

		final AtomicInteger comparisons = new AtomicInteger();

		@Bean
		PasswordEncoder encoder() {
			return new PasswordEncoder() {

				@Override
				public String encode(CharSequence password) {
					return "encoded " + password;
				}

				@Override
				public boolean matches(CharSequence password, String encoded) {
					CountingEncoder.this.comparisons.incrementAndGet();
					return encode(password).equals(encoded);
				}

			};
		}

	}

	/**
	 * A store that cannot answer.
	 */
	@Configuration(proxyBeanMethods = false)
	static class FailingStore {

		@Bean
		AccountStore store() {
			return (name) -> {
				throw new IllegalStateException("canary");
			};
		}

	}

}
