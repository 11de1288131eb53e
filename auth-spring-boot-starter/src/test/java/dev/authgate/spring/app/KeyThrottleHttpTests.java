package dev.authgate.spring.app;

import java.time.Duration;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestClock;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static dev.authgate.spring.app.ThrottledApp.PASSWORD;
import static dev.authgate.spring.app.ThrottledApp.app;
import static dev.authgate.spring.app.ThrottledApp.basic;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * F47: limits on API keys, alone and beside other credentials.
 */
class KeyThrottleHttpTests {

	private static final String WRONG_KEY = "X-API-Key: wrong-key-0123456789";

	/** A refusal does not keep another credential from being accepted. */
	@Test
	void whenKeyIsThrottledThenGoodTokenIsAcceptedAllTheSame() {
		try (TestApp app = limitedKeys("api-key, jwt")) {
			String token = app.bean(JwtIssuer.class).issue(AuthUser.of("ada"));
			assertThat(app.get("/api/user", WRONG_KEY, "Authorization: Bearer " + token).status()).isEqualTo(200);
			assertThat(app.bean(ThrottledApp.Events.class).last(CredentialRejected.class).reason())
				.isEqualTo(RejectionReason.THROTTLED);
		}
	}

	/** Who has to wait is told so, whatever else is wrong. */
	@ParameterizedTest
	@ValueSource(strings = { "api-key, jwt, keep-out", "keep-out, jwt, api-key" })
	void whenKeyIsThrottledAndNobodyAcceptsThenToldToWait(String authenticators) {
		try (TestApp app = limitedKeys(authenticators)) {
			RawResponse refused = app.get("/api/user", WRONG_KEY, "Authorization: Bearer wrong", "X-Keep-Out: 1");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).containsExactly("60");
		}
	}

	/** What a browser sends by itself rescues no refused credential. */
	@ParameterizedTest
	@ValueSource(strings = { "api-key, basic", "basic, api-key" })
	void whenKeyIsThrottledThenAmbientCredentialDoesNotRescueIt(String authenticators) {
		try (TestApp app = limitedKeys(authenticators)) {
			assertThat(app.get("/api/user", basic("ada", PASSWORD)).status()).isEqualTo(200);
			assertThat(app.get("/api/user", WRONG_KEY, basic("ada", PASSWORD)).status()).isEqualTo(429);
		}
	}

	/** Who cannot be counted is not let in by anybody else. */
	@Test
	void whenKeysCannotBeCountedThenNobodyElseIsAsked() {
		try (TestApp app = app().and(LostThrottle.class).with("authgate.default-authenticator=api-key, jwt").start()) {
			String token = app.bean(JwtIssuer.class).issue(AuthUser.of("ada"));
			assertThat(app.get("/api/user", WRONG_KEY, "Authorization: Bearer " + token).status()).isEqualTo(503);
		}
	}

	/** F47. */
	@Test
	void whenKeysFailThenWrongOnesHaveToWait() {
		try (TestApp app = app().with("authgate.users.throttle.api-key=5/1m").start()) {
			for (int i = 0; i < 5; i++) {
				assertThat(app.getAs("wrong-key-012345678" + i, "/api/user").status()).isEqualTo(401);
				assertThat(app.getAs(TestApp.READER, "/api/user").status()).isEqualTo(200);
			}
			RawResponse refused = app.getAs("wrong-key-0123456789", "/api/user");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).containsExactly("12");
			assertThat(app.get("/api/user").status()).isEqualTo(401);
			app.bean(TestClock.class).pass(Duration.ofSeconds(12));
			assertThat(app.getAs("wrong-key-0123456789", "/api/user").status()).isEqualTo(401);
		}
	}

	/**
	 * A stranger behind the same proxy keeps nobody out.
	 */
	@Test
	void whenKeysFailFromTheSameAddressThenGoodOnesAreAnswered() {
		try (TestApp app = app().with("authgate.default-authenticator=api-key", "authgate.users.throttle.api-key=1/1m")
			.start()) {
			app.getAs("wrong-key-0123456789", "/api/user");
			assertThat(app.getAs("wrong-key-0123456789", "/api/user").status()).isEqualTo(429);
			assertThat(app.getAs(TestApp.READER, "/api/user").status()).isEqualTo(200);
		}
	}

	private static TestApp limitedKeys(String authenticators) {
		TestApp app = app().and(KeepOut.class)
			.with("authgate.default-authenticator=" + authenticators, "authgate.users.throttle.api-key=1/1m")
			.start();
		assertThat(app.get("/api/user", WRONG_KEY).status()).isEqualTo(401);
		return app;
	}

	/**
	 * Recognises and refuses whoever sends a header.
	 */
	@Configuration(proxyBeanMethods = false)
	static class KeepOut {

		@Bean("keep-out")
		Authenticator keepOut() {
			return (request) -> request.headers("X-Keep-Out").isEmpty() ? AuthenticationResult.notPresent()
					: AuthenticationResult.rejected(RejectionReason.FORBIDDEN);
		}

	}

	/**
	 * Counts nothing.
	 */
	@Configuration(proxyBeanMethods = false)
	static class LostThrottle {

		@Bean
		Throttle throttle() {
			return (kind, account, address) -> {
				throw new IllegalStateException("The store is lost");
			};
		}

	}

}
