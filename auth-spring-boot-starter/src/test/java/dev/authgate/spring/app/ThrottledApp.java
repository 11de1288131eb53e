package dev.authgate.spring.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.AuthEvent;
import dev.authgate.contract.TestClock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that counts logins, by a clock that stands still.
 */
final class ThrottledApp {

	static final String PASSWORD = "correct horse battery";

	private ThrottledApp() {
	}

	static TestApp app() {
		return TestApp.serving(UserHandlers.class, BasicHttpTests.ByPassword.class, Parts.class)
			.tokens()
			.with("authgate.login.token=true", "authgate.default-authenticator=api-key",
					"authgate.users.accounts[0].username=ada",
					"authgate.users.accounts[0].password={plain}" + PASSWORD);
	}

	static void fail(TestApp app, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(login(app, "ada", "wrong").status()).isEqualTo(401);
		}
	}

	static RawResponse login(TestApp app, String name, String password, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add("Content-Type: application/json");
		String body = "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
		return app.client().post("/login", body, all.toArray(String[]::new));
	}

	static String basic(String name, String password) {
		byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
		return "Authorization: Basic " + Base64.getEncoder().encodeToString(login);
	}

	/**
	 * A clock that stands still, cheap passwords, and a witness.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Parts {

		@Bean
		TestClock clock() {
			return new TestClock();
		}

		@Bean
		CountingEncoder encoder() {
			return new CountingEncoder();
		}

		@Bean
		Events events() {
			return new Events();
		}

	}

	/**
	 * Compares plain texts and counts how often.
	 */
	static class CountingEncoder implements PasswordEncoder {

		final AtomicInteger compared = new AtomicInteger();

		@Override
		public String encode(CharSequence password) {
			return "{plain}" + password;
		}

		@Override
		public boolean matches(CharSequence password, String encoded) {
			this.compared.incrementAndGet();
			return encoded.equals("{plain}" + password);
		}

	}

	/**
	 * Keeps what was published.
	 */
	static class Events {

		private final List<AuthEvent> all = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void onEvent(AuthEvent event) {
			this.all.add(event);
		}

		<T> T last(Class<T> type) {
			List<T> found = this.all.stream().filter(type::isInstance).map(type::cast).toList();
			return found.get(found.size() - 1);
		}

	}

}
