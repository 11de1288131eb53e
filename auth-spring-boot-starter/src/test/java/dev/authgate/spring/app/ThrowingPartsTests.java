package dev.authgate.spring.app;

import java.io.IOException;

import dev.authgate.AuthEvent;
import dev.authgate.AuthException;
import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.Challenge;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.secret.SecretDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import jakarta.servlet.Filter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parts of the application that throw where we call them.
 */
@ExtendWith(OutputCaptureExtension.class)
class ThrowingPartsTests {

	/**
	 * O13: an authenticator refuses with its own status and message, and later ones are
	 * still asked.
	 */
	@Test
	void whenAuthenticatorThrowsRefusalThenAnsweredWithIt() {
		Slim.serve(with(Refuses.class), (mvc) -> {
			MvcTestResult answer = get(mvc, "X-Custom", "x");
			assertThat(answer).hasStatus(402).bodyText().contains("\"detail\":\"Pay first\"");
			assertThat(get(mvc, "X-Other", "x")).hasStatus(402);
			assertThat(get(mvc, "X-API-Key", Slim.KEY)).hasStatus(200);
		});
	}

	/**
	 * O13: a refusal with 401 has the challenges of the route, and is a failure for
	 * Spring Security as well.
	 */
	@Test
	void whenAuthenticatorThrowsUnauthorizedThenChallenges() {
		Slim.serve(with(Unauthorizes.class), (mvc) -> assertThat(get(mvc, "X-Custom", "x")).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Custom realm=\"here\""));
		with(Unauthorizes.class).withBean(Workspace.Recorder.class).run((context) -> {
			get(Slim.mvc(context), "X-Custom", "x");
			assertThat(context.getBean(Workspace.Recorder.class).takeAll(AbstractAuthenticationFailureEvent.class))
				.hasSize(1);
		});
	}

	/**
	 * B10, G14: any other exception fails closed, nobody else is asked, and its message
	 * is told to nobody.
	 */
	@Test
	void whenAuthenticatorFailsThenUnavailable(CapturedOutput output) {
		Slim.serve(with(Fails.class), (mvc) -> {
			for (int i = 0; i < 3; i++) {
				MvcTestResult answer = get(mvc, "X-API-Key", Slim.KEY);
				assertThat(answer).hasStatus(503).hasHeader("Retry-After", "5");
				assertThat(answer).bodyText()
					.isEqualTo("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\","
							+ "\"status\":503,\"detail\":\"Authentication is temporarily unavailable.\",\"code\":\"unavailable\"}");
			}
			assertThat(output.getAll().split("The authenticator 'custom' failed", -1)).hasSize(2);
			assertThat(output).doesNotContain("canary");
		});
	}

	/**
	 * B10: so does a store of keys.
	 */
	@Test
	void whenStoreFailsThenUnavailable() {
		Slim.serve(Slim.empty(UserHandlers.class, FailingStore.class), (mvc) -> {
			assertThat(get(mvc, "X-API-Key", "any-key")).hasStatus(503);
			assertThat(get(mvc, "X-Other", "x")).hasStatus(401);
		});
	}

	/**
	 * O13: a filter behind ours refuses in the same form.
	 */
	@Test
	void whenFilterBehindOursThrowsThenAnswered() {
		Slim.serve(Slim.application(UserHandlers.class, FilterBehind.class), (mvc) -> {
			assertThat(get(mvc, "X-API-Key", Slim.KEY)).hasStatus(403)
				.bodyText()
				.contains("\"detail\":\"Not from here\"");
			assertThat(get(mvc, "X-API-Key", Slim.KEY)).hasHeader("X-Frame-Options", "DENY");
		});
	}

	/**
	 * O9: a listener of events that fails changes nothing.
	 */
	@Test
	void whenListenerFailsThenRefusedAllTheSame() {
		Slim.serve(Slim.application(UserHandlers.class, FailingListener.class),
				(mvc) -> assertThat(get(mvc, "X-API-Key", "wrong")).hasStatus(401)
					.bodyText()
					.contains("invalid_credentials"));
	}

	/**
	 * Names under which callers would not be judged are refused.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "off", "security-context", "default" })
	void whenAuthenticatorHasReservedNameThenStartIsRefused(String name) {
		Slim.empty(UserHandlers.class)
			.withBean(name, Authenticator.class, () -> (request) -> AuthenticationResult.notPresent())
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("an authenticator named '" + name + "'"));
	}

	private static WebApplicationContextRunner with(Class<?> authenticator) {
		return Slim.application(UserHandlers.class, authenticator)
			.withPropertyValues("authgate.default-authenticator=custom, api-key");
	}

	private static MvcTestResult get(MockMvc mvc, String header, String value) {
		return MockMvcTester.create(mvc).get().uri("/api/user").header(header, value).exchange();
	}

	/**
	 * Refuses everybody.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Refuses {

		@Bean
		Authenticator custom() {
			return (request) -> {
				throw new AuthException("Pay first", 402);
			};
		}

	}

	/**
	 * Refuses everybody with 401.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Unauthorizes {

		@Bean
		Authenticator custom() {
			return new Authenticator() {

				@Override
				public AuthenticationResult authenticate(AuthRequest request) {
					throw new AuthException();
				}

				@Override
				public Challenge challenge() {
					return new Challenge("Custom", "here");
				}

			};
		}

	}

	/**
	 * Fails.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Fails {

		@Bean
		Authenticator custom() {
			return (request) -> {
				throw new IllegalStateException("canary " + request.headers("X-API-Key"));
			};
		}

	}

	/**
	 * A store that cannot answer.
	 */
	@Configuration(proxyBeanMethods = false)
	static class FailingStore {

		@Bean
		ApiKeyStore store() {
			return new ApiKeyStore() {

				@Override
				public ApiKey find(SecretDigest digest) {
					throw new IllegalStateException("the store is down");
				}

				@Override
				public void register(ApiKey key) {
					throw new UnsupportedOperationException();
				}

				@Override
				public boolean revoke(String id) {
					throw new UnsupportedOperationException();
				}

			};
		}

	}

	/**
	 * A filter behind ours that refuses.
	 */
	@Configuration(proxyBeanMethods = false)
	static class FilterBehind {

		@Bean
		Customizer<HttpSecurity> filterBehind() {
			Filter filter = (request, response, chain) -> {
				throw new IOException(AuthException.forbidden("Not from here"));
			};
			return (http) -> http.addFilterBefore(filter, AuthorizationFilter.class);
		}

	}

	/**
	 * Listens and fails.
	 */
	@Configuration(proxyBeanMethods = false)
	static class FailingListener {

		@EventListener
		void onEvent(AuthEvent event) {
			throw new IllegalStateException("the audit log is full");
		}

	}

}
