package dev.authgate.spring.browser;

import java.util.List;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEvent.TokenChanged;
import dev.authgate.TokenAction;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O9: what an audit log learns of who logs in and out of a browser.
 */
class LoginAuditTests {

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving().with("authgate.login.remember-me.enabled=true");

	private final List<AuthEvent> events = APP.bean(BrowserApp.Heard.class).all();

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = new Browser(APP.port());
		this.browser.form("/login", "username", "ada", "password", Browser.PASSWORD, "remember-me", "on");
	}

	@Test
	void whenLoggedInThenToldWithTheSession() {
		this.events.clear();
		new Browser(APP.port()).logIn("ada");
		assertThat(this.events).hasSize(2);
		assertThat(this.events.get(0)).isInstanceOfSatisfying(TokenChanged.class,
				(token) -> assertThat(token.action()).isEqualTo(TokenAction.ISSUED));
		assertThat(this.events.get(1)).isEqualTo(changed(AccountAction.LOGGED_IN));
	}

	@Test
	void whenLoginIsRefusedThenNotToldAsOne() {
		this.events.clear();
		new Browser(APP.port()).form("/login", "username", "ada", "password", "wrong");
		assertThat(this.events).isNotEmpty().doesNotHaveAnyElementsOfTypes(AccountChanged.class);
	}

	@Test
	void whenRememberedLoginGoesOnThenTold() {
		this.events.clear();
		assertThat(this.browser.without("__Host-session").page("/dashboard").status()).isEqualTo(200);
		assertThat(this.events).hasSize(2).last().isEqualTo(changed(AccountAction.LOGGED_IN));
		this.browser.page("/dashboard");
		assertThat(this.events).hasSize(2);
	}

	@Test
	void whenLoggedOutThenToldOnce() {
		String token = this.browser.get("/csrf").body();
		this.events.clear();
		assertThat(this.browser.form("/logout", "_csrf", token).status()).isEqualTo(303);
		assertThat(this.events).hasSize(2);
		assertThat(this.events.get(0)).isInstanceOfSatisfying(TokenChanged.class,
				(ended) -> assertThat(ended.action()).isEqualTo(TokenAction.REVOKED));
		assertThat(this.events.get(1)).isEqualTo(changed(AccountAction.LOGGED_OUT));
	}

	@Test
	void whenLoggedOutByTheRememberedLoginThenTold() {
		this.events.clear();
		this.browser.without("__Host-session").form("/logout", "x", "y");
		assertThat(this.events).hasSize(2).last().isEqualTo(changed(AccountAction.LOGGED_OUT));
	}

	@Test
	void whenNobodyIsLoggedInThenNoLogoutIsTold() {
		this.events.clear();
		assertThat(new Browser(APP.port()).form("/logout", "x", "y").status()).isEqualTo(303);
		assertThat(this.events).isEmpty();
	}

	private static AuthEvent changed(AccountAction action) {
		return new AccountChanged(action, "ada", "ada", "127.0.0.1");
	}

}
