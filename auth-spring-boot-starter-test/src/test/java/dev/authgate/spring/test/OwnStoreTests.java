package dev.authgate.spring.test;

import dev.authgate.AuthUser;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static dev.authgate.spring.test.AuthgateRequests.apiKey;
import static dev.authgate.spring.test.AuthgateRequests.apiKeyOf;
import static dev.authgate.spring.test.AuthgateRequests.jwt;
import static dev.authgate.spring.test.AuthgateRequests.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * An application that keeps its keys itself and issues no tokens.
 */
@SpringBootTest(classes = OwnStoreTests.Application.class,
		properties = { "spring.config.name=bare", "authgate.report.enabled=false" })
@AutoConfigureMockMvc
class OwnStoreTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whenApplicationIssuesNoTokensThenTokenIsRefused() {
		assertThat(caller(jwt("ann"))).hasFailed()
			.failure()
			.isInstanceOf(IllegalStateException.class)
			.hasMessage("jwt(\"ann\"): the application issues no tokens. Set authgate.jwt.secret for the test, or use "
					+ "user(…).");
	}

	@Test
	void whenApplicationKeepsKeysThenTheyAreNotFoundByName() {
		assertThat(caller(apiKeyOf("client_1"))).hasFailed()
			.failure()
			.isInstanceOf(IllegalStateException.class)
			.hasMessage("apiKeyOf(…) finds only keys that Authgate keeps itself. Use apiKey(…) or user(…).");
	}

	@Test
	void whenApplicationKeepsKeysThenTheyAreSentInTheUsualHeader() {
		assertThat(caller(apiKey(TestWorkspace.KEY))).hasStatus(401).bodyText().contains("invalid_credentials");
	}

	@Test
	void whenNoPermissionsAreRegisteredThenAnyIsKnown() {
		assertThat(caller(user("ann").permissions("notes:burn"))).bodyText().isEqualTo("ann [notes:burn]");
	}

	@Test
	void whenRequestIsOfNoApplicationThenRefused() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		assertThatIllegalStateException().isThrownBy(() -> user("ann").postProcessRequest(request))
			.withMessageStartingWith("MockMvc does not know the application. Use @AutoConfigureMockMvc");
	}

	private MvcTestResult caller(RequestPostProcessor sender) {
		return this.mvc.get().uri("/caller").with(sender).exchange();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Handlers.class, EmptyStore.class })
	static class Application {

	}

	@RestController
	static class Handlers {

		@GetMapping("/caller")
		String caller(AuthUser user) {
			return user.id() + " " + user.permissions();
		}

	}

	static final class EmptyStore implements ApiKeyStore {

		@Override
		public @Nullable ApiKey find(SecretDigest digest) {
			return null;
		}

		@Override
		public void register(ApiKey key) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean revoke(String id) {
			return false;
		}

	}

}
