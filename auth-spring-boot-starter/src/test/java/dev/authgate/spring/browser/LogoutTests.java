package dev.authgate.spring.browser;

import dev.authgate.TokenAction;
import dev.authgate.session.Sessions;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The logout of browsers over a real connection.
 */
class LogoutTests {

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving();

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = new Browser(APP.port());
		this.browser.logIn("ada");
	}

	/**
	 * K5, K6, K10: a logout ends the session, removes the cookie and leads to the login.
	 */
	@Test
	void whenLoggedOutThenSessionIsGone() {
		this.browser.logIn("root");
		String session = this.browser.session();
		Reply logout = this.browser.form("/logout", "_csrf", this.browser.get("/csrf").body());
		assertThat(logout.status()).isEqualTo(303);
		assertThat(logout.headers("Location")).containsExactly("/login");
		assertThat(logout.headers("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-session=;")
				.contains("Path=/", "Max-Age=0", "Secure", "HttpOnly"));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(new Browser(APP.port()).with("__Host-session", session).page("/dashboard").status()).isEqualTo(302);
		assertThat(APP.bean(Sessions.class).of("root")).isEmpty();
	}

	/**
	 * K6: a link cannot log anybody out.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD" })
	void whenLogoutIsAskedForOtherwiseThenNotAllowed(String method) {
		Reply reply = this.browser.exchange(method + " /logout", "", "Accept: text/html");
		assertThat(reply.status()).isEqualTo(405);
		assertThat(reply.headers("Allow")).containsExactly("POST");
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
	}

	/**
	 * K6: neither can a form of another site.
	 */
	@Test
	void whenTokenIsMissingThenStillLoggedIn() {
		assertThat(this.browser.form("/logout", "x", "y").status()).isEqualTo(403);
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
	}

	@Test
	void whenAnotherSiteAsksWithoutCookieThenNothingIsRemoved() {
		Reply reply = new Browser(APP.port()).exchange("POST /logout", "", "Origin: https://evil.example");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.headers("Set-Cookie")).isEmpty();
	}

	@Test
	void whenNotLoggedInThenLogin() {
		Reply logout = new Browser(APP.port()).form("/logout", "x", "y");
		assertThat(logout.status()).isEqualTo(303);
		assertThat(logout.headers("Set-Cookie")).isEmpty();
	}

	/**
	 * A cookie whose session is gone is removed as well.
	 */
	@Test
	void whenSessionIsGoneThenCookieIsRemoved() {
		APP.bean(Sessions.class)
			.of("ada")
			.forEach((session) -> APP.bean(Sessions.class).end(session, TokenAction.REVOKED, ""));
		Reply logout = this.browser.form("/logout", "x", "y");
		assertThat(logout.status()).isEqualTo(303);
		assertThat(this.browser.cookie("__Host-session")).isNull();
	}

}
