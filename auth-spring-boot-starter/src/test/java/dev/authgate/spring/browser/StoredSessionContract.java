package dev.authgate.spring.browser;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of sessions that Spring Session keeps, whatever the store.
 */
abstract class StoredSessionContract {

	private final TestApp one = BrowserApp.serving(configuration());

	private final TestApp other = BrowserApp.serving(configuration());

	private Browser browser;

	abstract Class<?> configuration();

	abstract String stored();

	@BeforeEach
	void start() {
		this.one.start();
		this.browser = new Browser(this.one.port());
	}

	@AfterEach
	void stop() {
		this.one.close();
	}

	/**
	 * K7: the cookie is the same as without a store.
	 */
	@Test
	void whenLoggedInThenCookieIsSafe() {
		Browser.assertSafe(this.browser.logIn("ada").headers("Set-Cookie"));
		assertThat(this.browser.page("/dashboard").body()).isEqualTo("<h1>Welcome, ada!</h1>");
	}

	/**
	 * K17: nothing in the store can be sent as a cookie.
	 */
	@Test
	void whenSessionIsStoredThenNotItsCookie() {
		this.browser.logIn("ada");
		assertThat(this.browser.session()).matches("[0-9A-Za-z]{27}");
		assertThat(stored()).isNotEmpty().doesNotContain(this.browser.session());
	}

	/**
	 * K9: ids that nobody has are not adopted, and those in the store are none.
	 */
	@Test
	void whenIdIsMadeUpThenNotAdopted() {
		String madeUp = "A".repeat(27);
		this.browser.with("__Host-session", madeUp).logIn("ada");
		assertThat(this.browser.session()).isNotEqualTo(madeUp);
		assertThat(new Browser(this.one.port()).with("__Host-session", madeUp).page("/dashboard").status())
			.isEqualTo(302);
	}

	/**
	 * K9: the session before the login is gone.
	 */
	@Test
	void whenSessionWasThereBeforeThenAnotherAtLogin() {
		String id = this.browser.get("/anonymous-session").body();
		String before = this.browser.session();
		assertThat(stored()).contains(id);
		this.browser.logIn("ada");
		assertThat(this.browser.session()).isNotEqualTo(before);
		assertThat(stored()).doesNotContain(id);
		assertThat(this.browser.get("/basket").body()).isEqualTo("basket null");
	}

	/**
	 * A session that begins at one instance goes on at another, and when the first is
	 * gone.
	 */
	@Test
	void whenAnotherInstanceIsAskedThenSessionGoesOn() {
		this.browser.logIn("ada");
		try (TestApp started = this.other.start()) {
			assertThat(this.browser.movedTo(started.port()).page("/dashboard").status()).isEqualTo(200);
			String token = this.browser.get("/csrf").body();
			assertThat(this.browser.form("/notes", "text", "x", "_csrf", token).body()).isEqualTo("noted x");
		}
	}

	/**
	 * K5, K10, K14: a logout at one instance holds at the other.
	 */
	@Test
	void whenLoggedOutThenAtBothInstances() {
		this.browser.logIn("ada");
		String session = this.browser.session();
		Reply logout = this.browser.form("/logout", "_csrf", this.browser.get("/csrf").body());
		assertThat(logout.headers("Set-Cookie"))
			.allSatisfy((cookie) -> assertThat(cookie).startsWith("__Host-session=;")
				.contains("Max-Age=0", "Path=/", "Secure", "HttpOnly"));
		try (TestApp started = this.other.start()) {
			assertThat(new Browser(started.port()).with("__Host-session", session).page("/dashboard").status())
				.isEqualTo(302);
		}
	}

}
