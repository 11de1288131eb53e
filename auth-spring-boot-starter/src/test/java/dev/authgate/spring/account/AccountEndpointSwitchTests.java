package dev.authgate.spring.account;

import dev.authgate.account.AccountStore;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Each endpoint is there where it is switched on, and where that can work.
 */
class AccountEndpointSwitchTests {

	@Test
	void whenNothingIsSwitchedOnThenNoneIsThere() {
		try (TestApp app = TestApp.serving().tokens().with("authgate.default-authenticator=api-key, jwt").start()) {
			Wire wire = Wire.to(app.port());
			for (String path : new String[] { "me", "users", "register", "password", "reset", "verify" }) {
				assertThat(wire.send("GET /auth/" + path, "X-API-Key: " + TestApp.ADMIN).status()).isEqualTo(404);
				assertThat(wire.json("POST /auth/" + path, "{}").status()).isEqualTo(401);
			}
		}
	}

	@Test
	void whenPathIsMovedThenThere() {
		try (TestApp app = TestApp.serving()
			.with("authgate.endpoints.me.enabled=true", "authgate.endpoints.me.path=/whoami")
			.start()) {
			assertThat(app.getAs(TestApp.READER, "/whoami").body()).contains("\"id\":\"reader\"");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reset", "verify" })
	void whenNothingSendsMessagesThenRefusesToStart(String endpoint) {
		TestApp app = TestApp.serving().with("authgate.endpoints." + endpoint + ".enabled=true");
		assertThatThrownBy(app::start).rootCause()
			.isInstanceOf(MisconfigurationException.class)
			.hasMessageContaining("nothing sends the messages");
	}

	@Test
	void whenAccountsCannotBeWrittenThenRefusesToStart() {
		TestApp app = TestApp.serving(ReadOnly.class).with("authgate.endpoints.register.enabled=true");
		assertThatThrownBy(app::start).rootCause()
			.isInstanceOf(MisconfigurationException.class)
			.hasMessageContaining("cannot be written");
	}

	@Configuration(proxyBeanMethods = false)
	static class ReadOnly {

		@Bean
		AccountStore accounts() {
			return (username) -> null;
		}

	}

}
