package dev.authgate.spring.browser;

import java.time.Duration;

import dev.authgate.TokenAction;
import dev.authgate.contract.TestClock;
import dev.authgate.session.Session;
import dev.authgate.session.Sessions;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import jakarta.servlet.http.HttpSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered while the store of Spring Session is lost, whatever the store.
 */
@Timeout(25)
abstract class LostSessionContract {

	private final TestApp app = BrowserApp.serving(configuration())
		.and(Losing.class)
		.with("authgate.login.remember-me.enabled=true");

	private Browser browser;

	abstract Class<?> configuration();

	abstract void lose();

	abstract void recover(TestApp started);

	void release() {
	}

	@BeforeEach
	void start() {
		this.app.start();
		this.app.bean(Losing.class).loss = this::lose;
		this.browser = new Browser(this.app.port());
		Sessions sessions = this.app.bean(Sessions.class);
		for (Session session : sessions.of("ada")) {
			sessions.end(session, TokenAction.REVOKED, "");
		}
	}

	@AfterEach
	void stop() {
		recover(this.app);
		this.app.close();
		release();
	}

	@Test
	void whenLostAtTheLoginThenUnavailableAndNobodyIsLoggedIn() {
		lose();
		Reply login = remember();
		unavailable(login);
		assertThat(login.headers("Set-Cookie")).isEmpty();
		assertThat(login.headers("Location")).isEmpty();
		assertThat(this.app.bean(Sessions.class).of("ada")).isEmpty();
		recover(this.app);
		assertThat(this.browser.logIn("ada").status()).isEqualTo(303);
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
	}

	@Test
	void whenLostWhileLoggedInThenUnavailableAndTheLoginGoesOn() {
		remember();
		lose();
		unavailable(this.browser.page("/dashboard"));
		unavailable(this.browser.form("/logout", "x", "y"));
		recover(this.app);
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
	}

	@Test
	void whenLostWhileARequestIsAnsweredThenUnavailable() {
		this.browser.logIn("ada");
		Reply reply = this.browser.get("/losing");
		unavailable(reply);
		assertThat(reply.body()).doesNotContain("answered");
		assertThat(reply.headers("X-Content-Type-Options")).containsExactly("nosniff");
	}

	@Test
	void whenLostWhileARememberedLoginGoesOnThenItIsNotForgotten() {
		remember();
		this.browser.without("__Host-session");
		lose();
		unavailable(this.browser.page("/dashboard"));
		recover(this.app);
		this.app.bean(TestClock.class).pass(Duration.ofMinutes(1));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
	}

	/** A mistake of the application looks like one. */
	@Test
	void whenAttributeCannotBeStoredThenErrorOfTheServer() {
		this.browser.logIn("ada");
		assertThat(this.browser.get("/unstorable").status()).isEqualTo(500);
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
	}

	private Reply remember() {
		return this.browser.form("/login", "username", "ada", "password", Browser.PASSWORD, "remember-me", "on");
	}

	private static void unavailable(Reply reply) {
		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.body()).contains("\"code\":\"unavailable\"");
		assertThat(reply.headers("Retry-After")).hasSize(1);
	}

	/**
	 * Loses the store in the middle of a request.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Losing {

		private volatile Runnable loss = () -> {
		};

		@Bean
		LosingPage losingPage() {
			return new LosingPage(() -> this.loss.run());
		}

	}

	/**
	 * A page that answers after that.
	 */
	@RestController
	static class LosingPage {

		private final Runnable loss;

		LosingPage(Runnable loss) {
			this.loss = loss;
		}

		@GetMapping("/unstorable")
		String unstorable(HttpSession session) {
			session.setAttribute("unstorable", new Object());
			return "answered";
		}

		@GetMapping("/losing")
		String losing() {
			this.loss.run();
			return "answered";
		}

	}

}
