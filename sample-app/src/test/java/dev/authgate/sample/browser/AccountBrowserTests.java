package dev.authgate.sample.browser;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People register, look after their sessions and change their passwords: M2, K14, E18.
 */
class AccountBrowserTests extends InBrowser {

	private static final String PASSWORD = "fourteen and more green apples";

	private String name;

	@BeforeEach
	void invent() {
		this.name = "user-" + UUID.randomUUID();
	}

	@Test
	void whenRegisteredThenMayLogIn() {
		register(PASSWORD);
		assertThat(this.browser.path()).isEqualTo("/login");
		logIn(this.browser, PASSWORD);
		assertThat(this.browser.text()).contains("Welcome, " + this.name + "!").doesNotContain("New thread");
	}

	@ParameterizedTest
	@CsvSource({ "short, at least 15 characters", "aaaaaaaaaaaaaaaaaaaa, too easy to guess" })
	void whenPasswordIsWeakThenToldWhy(String password, String why) {
		register(password);
		this.browser.keep("register-refused");
		assertThat(this.browser.path()).isEqualTo("/register");
		assertThat(this.browser.text()).contains(why);
		assertThat(this.browser.source()).doesNotContain(password);
	}

	@Test
	void whenOtherSessionIsEndedThenOtherBrowserIsLoggedOut() {
		register(PASSWORD);
		try (Browser other = another()) {
			logIn(other, PASSWORD);
			logIn(this.browser, PASSWORD);
			this.browser.go("/account").keep("account").press("End");
			assertThat(other.go("/dashboard").path()).startsWith("/login");
			assertThat(this.browser.go("/dashboard").path()).isEqualTo("/dashboard");
		}
	}

	/** E18. */
	@Test
	void whenPasswordIsChangedThenThisBrowserStaysAndOthersAreLoggedOut() {
		register(PASSWORD);
		try (Browser other = another()) {
			logIn(other, PASSWORD);
			logIn(this.browser, PASSWORD);
			this.browser.go("/account")
				.type("Current password", PASSWORD)
				.type("New password", "sixteen and more green apples")
				.press("Change")
				.keep("password-changed");
			assertThat(this.browser.text()).contains("The password is changed");
			assertThat(other.go("/dashboard").path()).startsWith("/login");
		}
	}

	@Test
	void whenCurrentPasswordIsWrongThenToldSo() {
		register(PASSWORD);
		logIn(this.browser, PASSWORD);
		this.browser.go("/account").type("Current password", "wrong").type("New password", PASSWORD).press("Change");
		assertThat(this.browser.text()).contains("The current password is another one.");
	}

	private void register(String password) {
		this.browser.go("/register").type("User name", this.name).type("Password", password).press("Register");
	}

	private void logIn(Browser from, String password) {
		from.go("/login").type("User name", this.name).type("Password", password).press("Log in");
	}

}
