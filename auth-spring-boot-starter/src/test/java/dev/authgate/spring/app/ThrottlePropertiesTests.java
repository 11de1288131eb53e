package dev.authgate.spring.app;

import java.time.Duration;

import dev.authgate.contract.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.authgate.spring.app.ThrottledApp.PASSWORD;
import static dev.authgate.spring.app.ThrottledApp.app;
import static dev.authgate.spring.app.ThrottledApp.fail;
import static dev.authgate.spring.app.ThrottledApp.login;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * F47: what properties make of limits.
 */
class ThrottlePropertiesTests {

	@Test
	void whenSwitchedOffThenNothingIsCounted() {
		try (TestApp app = app().with("authgate.users.throttle.enabled=false").start()) {
			fail(app, 15);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "account-and-address=10 per minute, a limit such as 10/15m", "address=0/15m, a limit such as 10/15m",
			"account=101/1d, more than 100 failed logins", "account=100/1h, more than 100 failed logins",
			"known-address-for=0s, not between one second", "api-key=x, a limit such as 10/15m",
			"refresh=1/400d, a limit such as 10/15m", "reset=, a limit such as 10/15m",
			"register=1/1y, a limit such as 10/15m", "enabled=maybe, true or false" })
	void whenLimitCannotWorkThenRefusedAtStart(String property, String words) {
		assertThat(RefusedStart.of(UserHandlers.class, "authgate.users.throttle." + property))
			.contains("authgate.users.throttle." + property.substring(0, property.indexOf('=')))
			.contains(words);
	}

	@ParameterizedTest
	@CsvSource({ "account-and-address=5/1h", "address=5/1h", "account=5/1d" })
	void whenLimitIsSetThenItCounts(String property) {
		try (TestApp app = app().with("authgate.users.throttle." + property).start()) {
			fail(app, 5);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(429);
		}
	}

	/**
	 * A stranger behind the same proxy keeps nobody out who logged in from there before.
	 */
	@Test
	void whenAddressIsUsedUpThenKnownAccountLogsInAllTheSame() {
		try (TestApp app = app().with("authgate.users.throttle.address=2/15m").start()) {
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
			login(app, "one", "wrong");
			login(app, "two", "wrong");
			assertThat(login(app, "three", "wrong").status()).isEqualTo(429);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
		}
	}

	@Test
	void whenKnownAddressIsForgottenSoonThenStrangersKeepItOut() {
		try (TestApp app = app()
			.with("authgate.users.throttle.known-address-for=1m", "authgate.users.throttle.account=5/1d")
			.start()) {
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
			fail(app, 5);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
			app.bean(TestClock.class).pass(Duration.ofMinutes(2));
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(429);
		}
	}

}
