package dev.authgate.spring.app;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestClock;
import dev.authgate.contract.session.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.authgate.spring.app.ThrottledApp.PASSWORD;
import static dev.authgate.spring.app.ThrottledApp.app;
import static dev.authgate.spring.app.ThrottledApp.basic;
import static dev.authgate.spring.app.ThrottledApp.fail;
import static dev.authgate.spring.app.ThrottledApp.login;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * F47: limits on logins, over a real connection.
 */
class LoginThrottleHttpTests {

	private static final String BODY = "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,"
			+ "\"detail\":\"Too many attempts.\",\"code\":\"too_many_requests\"}";

	/** O7, K16: a name that does not exist is refused as one that does. */
	@ParameterizedTest
	@CsvSource({ "ada", "nobody" })
	void whenLoginsFailThenTooManyRequestsForAnyName(String name) {
		try (TestApp app = app().start()) {
			for (int i = 0; i < 10; i++) {
				assertThat(login(app, name, "wrong").status()).isEqualTo(401);
			}
			RawResponse refused = login(app, name, PASSWORD);
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.body()).isEqualTo(BODY);
			assertThat(refused.header("Retry-After")).containsExactly("90");
			assertThat(refused.header("WWW-Authenticate")).isEmpty();
		}
	}

	/** O7: who waits as long as he is told is let in. */
	@Test
	void whenTimeHasPassedThenLetIn() {
		try (TestApp app = app().start()) {
			fail(app, 10);
			app.bean(TestClock.class).pass(Duration.ofMillis(500));
			assertThat(login(app, "ada", PASSWORD).header("Retry-After")).containsExactly("90");
			app.bean(TestClock.class).pass(Duration.ofMillis(89_500));
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
		}
	}

	@Test
	void whenLoginsSucceedThenNeverRefused() {
		try (TestApp app = app().start()) {
			for (int i = 0; i < 25; i++) {
				assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
			}
			fail(app, 9);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
		}
	}

	/** One count, whatever mechanism takes the password. */
	@Test
	void whenBasicAndLoginAreTriedThenCountedTogether() {
		try (TestApp app = app().start()) {
			fail(app, 5);
			for (int i = 0; i < 5; i++) {
				assertThat(app.get("/by-password", basic("ADA", "wrong")).status()).isEqualTo(401);
			}
			RawResponse refused = app.get("/by-password", basic("ada", PASSWORD));
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.body()).isEqualTo(BODY);
			assertThat(refused.header("WWW-Authenticate")).isEmpty();
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(429);
		}
	}

	/** A refusal does not keep another credential from being accepted. */
	@Test
	void whenBasicIsThrottledThenGoodKeyIsAcceptedAllTheSame() {
		try (TestApp app = app().with("authgate.default-authenticator=basic, api-key").start()) {
			fail(app, 10);
			String basic = basic("ada", PASSWORD);
			assertThat(app.get("/api/user", basic, "X-API-Key: " + TestApp.READER).status()).isEqualTo(200);
			assertThat(app.get("/api/user", basic).status()).isEqualTo(429);
		}
	}

	/** O2, O7. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "error; {\"error\":\"rate limit exceeded\"}",
			"detail; {\"detail\":\"Too many attempts.\"}", "rebar; \"rebar_error_code\":\"too_many_requests\"" })
	void whenFormatIsAnotherThenBodyIsItsOwn(String format, String body) {
		try (TestApp app = app().with("authgate.errors.format=" + format).start()) {
			fail(app, 10);
			RawResponse refused = login(app, "ada", PASSWORD);
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.body()).contains(body);
			assertThat(refused.header("Retry-After")).containsExactly("90");
		}
	}

	/** O6: whoever writes the header himself stays the same client. */
	@Test
	void whenStrangerForgesItsAddressThenRefusedAllTheSame() {
		try (TestApp app = app().start()) {
			for (int i = 0; i < 10; i++) {
				login(app, "ada", "wrong", "X-Forwarded-For: 192.0.2." + i);
			}
			assertThat(login(app, "ada", PASSWORD, "X-Forwarded-For: 192.0.2.99").status()).isEqualTo(429);
		}
	}

	/** O6: behind a trusted proxy the rightmost address that is no proxy counts. */
	@Test
	void whenProxyIsTrustedThenItsClientsAreCounted() {
		String trusted = "authgate.forwarded-user.trusted-proxies=127.0.0.1, ::1, 10.0.0.0/8";
		try (TestApp app = app().with(trusted, "authgate.default-authenticator=api-key").start()) {
			for (int i = 0; i < 10; i++) {
				login(app, "ada", "wrong", "X-Forwarded-For: 203.0.113." + i + ", 192.0.2.7, 10.0.0.1");
			}
			assertThat(login(app, "ada", PASSWORD, "X-Forwarded-For: 192.0.2.7").status()).isEqualTo(429);
			assertThat(login(app, "ada", PASSWORD, "X-Forwarded-For: 192.0.2.8").status()).isEqualTo(200);
		}
	}

	/** F47: 200 at the same time: at most ten passwords are compared. */
	@Test
	void whenManyLogInAtTheSameTimeThenAtMostTheLimitIsVerified() {
		try (TestApp app = app().start()) {
			AtomicInteger compared = app.bean(ThrottledApp.CountingEncoder.class).compared;
			login(app, "eve", "wrong");
			int before = compared.get();
			List<Integer> statuses = Together.run(200, () -> login(app, "ada", "wrong").status());
			assertThat(compared.get() - before).isLessThanOrEqualTo(10);
			assertThat(Collections.frequency(statuses, 401)).isEqualTo(10);
			assertThat(Collections.frequency(statuses, 429)).isEqualTo(190);
		}
	}

	@Test
	void whenLanguageIsTurkishThenNamesAreCountedAllTheSame() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr"));
		try (TestApp app = app().start()) {
			for (int i = 0; i < 10; i++) {
				login(app, (i % 2 == 0) ? "TITIAN" : "titian", "wrong");
			}
			assertThat(login(app, "titian", "wrong").status()).isEqualTo(429);
		}
		finally {
			Locale.setDefault(before);
		}
	}

	/** O9. */
	@Test
	void whenLoginIsThrottledThenAuditedWithReasonAndName() {
		try (TestApp app = app().start()) {
			fail(app, 10);
			login(app, "ada", PASSWORD);
			assertThat(app.bean(ThrottledApp.Events.class).last(CredentialRejected.class)).isEqualTo(
					new CredentialRejected("login", RejectionReason.THROTTLED, "POST", "/login", "127.0.0.1", "ada"));
			app.get("/by-password", basic("ada", PASSWORD));
			assertThat(app.bean(ThrottledApp.Events.class).last(CredentialRejected.class))
				.isEqualTo(new CredentialRejected("basic", RejectionReason.THROTTLED, "GET", "/by-password",
						"127.0.0.1", "ada"));
		}
	}

}
