package dev.authgate.sample.browser;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People log in, see their dashboard and log out: K3 to K7, K14.
 */
class LoginBrowserTests extends InBrowser {

	/** K4. */
	@Test
	void whenDashboardIsAskedForByNobodyThenLogin() {
		this.browser.go("/dashboard").keep("login");
		assertThat(this.browser.path()).startsWith("/login");
		assertThat(this.browser.text()).contains("Log in");
		assertThat(this.browser.complaints()).isEmpty();
	}

	/** K3. */
	@Test
	void whenPasswordIsRightThenDashboard() {
		logIn("alice", "alice-demo-password");
		this.browser.keep("dashboard");
		assertThat(this.browser.path()).isEqualTo("/dashboard");
		assertThat(this.browser.text()).contains("Welcome, alice!");
		assertThat(this.browser.complaints()).isEmpty();
	}

	/** K3. */
	@Test
	void whenPasswordIsWrongThenSaidSo() {
		logIn("alice", "wrong");
		this.browser.keep("login-refused");
		assertThat(this.browser.path()).isEqualTo("/login");
		assertThat(this.browser.source()).contains("<p>Invalid credentials</p>");
	}

	/** K7. */
	@Test
	void whenLoggedInThenCookieIsKeptFromScriptsAndOtherSites() {
		logIn("alice", "alice-demo-password");
		assertThat(this.browser.cookie("__Host-session")).hasValueSatisfying((cookie) -> {
			assertThat(cookie.isHttpOnly()).isTrue();
			assertThat(cookie.isSecure()).isTrue();
			assertThat(cookie.getSameSite()).isEqualTo("Lax");
			assertThat(cookie.getPath()).isEqualTo("/");
		});
		assertThat(this.browser.run("return document.cookie")).isEqualTo("");
	}

	/** K5. */
	@Test
	void whenLoggedOutThenDashboardLeadsToLogin() {
		logIn("alice", "alice-demo-password");
		this.browser.press("Log out");
		assertThat(this.browser.path()).isEqualTo("/login");
		assertThat(this.browser.go("/dashboard").path()).startsWith("/login");
	}

	@Test
	void whenThreadIsAddedThenShown() {
		logIn("alice", "alice-demo-password");
		this.browser.type("New thread", "Plans <b>for</b> May").press("Add").keep("dashboard-thread");
		assertThat(this.browser.text()).contains("Plans <b>for</b> May");
	}

	@Test
	void whenReaderThenNothingToAdd() {
		logIn("bob", "bob-demo-password");
		assertThat(this.browser.text()).contains("Welcome, bob!").doesNotContain("New thread");
	}

	/** K14. */
	@Test
	void whenLoggedOutEverywhereThenOtherBrowserAsWell() {
		logIn("bob", "bob-demo-password");
		try (Browser other = another()) {
			other.go("/login").type("User name", "bob").type("Password", "bob-demo-password").press("Log in");
			other.go("/account").keep("account").press("Log out everywhere");
		}
		assertThat(this.browser.go("/dashboard").path()).startsWith("/login");
	}

	private void logIn(String username, String password) {
		this.browser.go("/login").type("User name", username).type("Password", password).press("Log in");
	}

}
