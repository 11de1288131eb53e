package dev.authgate.spring.browser;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.authgate.session.InMemorySessionStore;
import dev.authgate.session.Session;
import dev.authgate.session.SessionStore;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins where a store cannot answer, or somebody guesses.
 */
class LoginFailureTests {

	private static final AtomicBoolean DOWN = new AtomicBoolean();

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving(Stores.class)
		.with("authgate.users.throttle.enabled=true", "authgate.users.throttle.account-and-address=3/15m");

	private Browser browser;

	@BeforeEach
	void open() {
		DOWN.set(false);
		this.browser = new Browser(APP.port());
	}

	/**
	 * A login whose session cannot be kept is none.
	 */
	@Test
	void whenListOfSessionsIsDownThenNobodyLogsIn() {
		DOWN.set(true);
		Reply login = this.browser.logIn("ada");
		assertThat(login.status()).isEqualTo(503);
		assertThat(login.headers("Retry-After")).isNotEmpty();
		assertThat(login.headers("Set-Cookie")).isEmpty();
	}

	/**
	 * K16: a login by form counts as an attempt like any other.
	 */
	@Test
	void whenPasswordIsGuessedThenTooManyRequests() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.browser.form("/login", "username", "root", "password", "guess" + i).status())
				.isEqualTo(401);
		}
		Reply refused = this.browser.logIn("root");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.headers("Retry-After")).isNotEmpty();
		assertThat(refused.headers("Set-Cookie")).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	static class Stores {

		@Bean
		SessionStore sessionStore() {
			SessionStore store = new InMemorySessionStore(100);
			SessionStore failing = Mockito.mock(SessionStore.class, AdditionalAnswers.delegatesTo(store));
			Mockito.doAnswer((call) -> {
				if (DOWN.get()) {
					throw new IllegalStateException("The store is down");
				}
				store.insert(call.getArgument(0, Session.class));
				return null;
			}).when(failing).insert(Mockito.any());
			return failing;
		}

	}

}
