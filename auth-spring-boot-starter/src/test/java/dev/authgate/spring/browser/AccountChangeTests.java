package dev.authgate.spring.browser;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthUser;
import dev.authgate.RejectionReason;
import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import dev.authgate.contract.TestClock;
import dev.authgate.secret.Secret;
import dev.authgate.session.Sessions;
import dev.authgate.spring.app.TestApp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions of accounts that change while somebody is logged in, also where nobody tells.
 */
class AccountChangeTests {

	private static final AtomicReference<@Nullable Account> ADA = new AtomicReference<>();

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving(Accounts.class);

	private Browser browser;

	@BeforeEach
	void logIn() {
		ADA.set(account("threads:read"));
		this.browser = new Browser(APP.port());
		assertThat(this.browser.logIn("ada").status()).isEqualTo(303);
	}

	/** K19: the account was disabled where the application does not hear of it. */
	@Test
	void whenAccountIsDisabledThenOutWithinAMinute() {
		Account account = account("threads:read");
		ADA.set(new Account(account.user(), account.name(), account.password(), account.roles(),
				account.state().withEnabled(false)));
		pass(Duration.ofSeconds(59));
		assertThat(this.browser.get("/threads").status()).isEqualTo(200);
		pass(Duration.ofSeconds(1));
		assertThat(this.browser.get("/threads", "Sec-Fetch-Dest: empty").status()).isEqualTo(401);
		assertThat(APP.bean(BrowserApp.Heard.class).all()).contains(
				new CredentialRejected("session", RejectionReason.DISABLED, "GET", "/threads", "127.0.0.1", null));
	}

	@Test
	void whenAccountIsEnabledAgainThenSessionIsGoneAllTheSame() {
		ADA.set(null);
		pass(Duration.ofMinutes(1));
		this.browser.get("/threads");
		ADA.set(account("threads:read"));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
		assertThat(APP.bean(Sessions.class).of("ada")).isEmpty();
	}

	@Test
	void whenPermissionIsTakenAwayThenGoneWithinAMinuteAndSessionGoesOn() {
		String session = this.browser.session();
		ADA.set(account());
		pass(Duration.ofSeconds(59));
		assertThat(this.browser.get("/threads").status()).isEqualTo(200);
		pass(Duration.ofSeconds(1));
		assertThat(this.browser.get("/threads").status()).isEqualTo(403);
		assertThat(this.browser.session()).isEqualTo(session);
	}

	@Test
	void whenRoleIsGivenThenHeldWithinAMinute() {
		assertThat(this.browser.get("/admin").status()).isEqualTo(403);
		ADA.set(Account.of(AuthUser.of("ada"), Secret.of(BrowserApp.HASH), Set.of("admin")));
		pass(Duration.ofMinutes(1));
		assertThat(this.browser.get("/admin").status()).isEqualTo(200);
	}

	/** What the application hears of holds at once, and the session goes on. */
	@Test
	void whenApplicationIsToldThenReadAgainAtOnce() {
		String session = this.browser.session();
		ADA.set(account());
		pass(Duration.ofSeconds(1));
		APP.bean(Sessions.class).refreshAll("ada");
		assertThat(this.browser.get("/threads").status()).isEqualTo(403);
		assertThat(this.browser.page("/dashboard").body()).isEqualTo("<h1>Welcome, ada!</h1>");
		assertThat(this.browser.session()).isEqualTo(session);
	}

	private static void pass(Duration time) {
		APP.bean(TestClock.class).pass(time);
	}

	private static Account account(String... permissions) {
		return Account.of(AuthUser.of("ada", permissions), Secret.of(BrowserApp.HASH), Set.of());
	}

	@Configuration(proxyBeanMethods = false)
	static class Accounts {

		@Bean
		AccountStore accountStore() {
			return (username) -> username.equals("ada") ? ADA.get() : null;
		}

	}

}
