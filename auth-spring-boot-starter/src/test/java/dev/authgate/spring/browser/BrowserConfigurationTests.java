package dev.authgate.spring.browser;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.session.SessionAuthenticator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What can be configured of logins of browsers, and what refuses to start.
 */
@ExtendWith(OutputCaptureExtension.class)
class BrowserConfigurationTests {

	/**
	 * K8, O5: a value that browsers would not take, or that leads elsewhere, refuses to
	 * start.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			authgate.session.cookie.same-site=none authgate.session.cookie.secure=false | same-site is none
			authgate.session.cookie.name=__Host-x authgate.session.cookie.secure=false  | prefix of a secure cookie
			authgate.session.cookie.name=a;b          | no name that a cookie can have
			authgate.session.cookie.name=__Host-remember | is the name of another cookie
			authgate.session.cookie.name=a-remember   | is the name of another cookie
			authgate.session.cookie.name=XSRF-TOKEN   | is the name of another cookie
			authgate.login.success-url=//evil.example | authgate.login.success-url is no page of this application
			authgate.login.success-url=https://a.b/   | authgate.login.success-url is no page of this application
			authgate.login.failure-url=\\\\evil        | authgate.login.failure-url is no page of this application
			authgate.logout.success-url=evil          | authgate.logout.success-url is no page of this application
			authgate.logout.path=/login               | are the same
			authgate.logout.path=/x/**                | authgate.logout.path is no plain path
			authgate.login.path=/                     | authgate.login.path is no plain path
			server.servlet.session.cookie.name=SID    | server.servlet.session.cookie is set
			server.servlet.session.cookie.same-site=none    | server.servlet.session.cookie is set
			server.servlet.session.tracking-modes=url | server.servlet.session.tracking-modes is set
			""")
	void whenValueCannotWorkThenRefusesToStart(String properties, String problem) {
		assertThatThrownBy(() -> BrowserApp.serving().with(properties.split(" ")).start())
			.hasRootCauseInstanceOf(MisconfigurationException.class)
			.rootCause()
			.hasMessageContaining(problem);
	}

	@Test
	void whenNobodyCanLogInThenRefusesToStart() {
		assertThatThrownBy(() -> TestApp.bare().with("authgate.login.form=true").start()).rootCause()
			.hasMessage("authgate.login.form is on, but nobody can log in.");
	}

	/**
	 * K7: without https the cookie has no prefix, and that is said once.
	 */
	@Test
	void whenCookieIsNotSecureThenWarnedOnce(CapturedOutput output) {
		try (TestApp app = BrowserApp.serving().with("authgate.session.cookie.secure=false").start()) {
			Reply login = new Browser(app.port()).logIn("ada");
			assertThat(login.headers("Set-Cookie")).singleElement()
				.asString()
				.startsWith("session=")
				.contains("HttpOnly", "SameSite=Lax", "Path=/")
				.doesNotContain("Secure");
		}
		assertThat(output.getOut().split("authgate.session.cookie.secure is false", -1)).hasSize(2);
	}

	@Test
	void whenCookieIsConfiguredThenSo() {
		try (TestApp app = BrowserApp.serving()
			.with("authgate.session.cookie.name=team", "authgate.session.cookie.same-site=strict")
			.start()) {
			assertThat(new Browser(app.port()).logIn("ada").headers("Set-Cookie")).singleElement()
				.asString()
				.startsWith("team=")
				.contains("Secure", "SameSite=Strict");
		}
	}

	/**
	 * Of two applications on one host none overwrites a cookie of the other.
	 */
	@Test
	void whenCookieHasItsOwnNameThenTheOthersFollow() {
		try (TestApp app = BrowserApp.serving()
			.with("authgate.session.cookie.name=__Host-team", "authgate.login.remember-me.enabled=true",
					"authgate.session.csrf.cookie=true")
			.start()) {
			Browser browser = new Browser(app.port());
			browser.form("/login", "username", "ada", "password", Browser.PASSWORD, "remember-me", "on");
			browser.page("/dashboard");
			assertThat(browser.cookies()).containsExactlyInAnyOrder("__Host-team-remember", "__Host-team",
					"XSRF-TOKEN-team");
			assertThat(browser.without("__Host-team").page("/dashboard").status()).isEqualTo(200);
			browser.page("/dashboard");
			browser.exchange("POST /logout", "", "X-XSRF-TOKEN: " + browser.cookie("XSRF-TOKEN-team"));
			assertThat(browser.cookies()).isEmpty();
		}
	}

	@Test
	void whenPathsAreConfiguredThenThere() {
		try (TestApp app = BrowserApp.serving()
			.with("authgate.login.path=/in", "authgate.logout.path=/out", "authgate.login.failure-url=/in?failed",
					"authgate.logout.success-url=/open", "authgate.login.success-url=/hello")
			.start()) {
			Browser browser = new Browser(app.port());
			assertThat(browser.page("/dashboard").headers("Location")).containsExactly("/in?continue=%2Fdashboard");
			assertThat(browser.form("/in", "username", "ada", "password", "x").headers("Location"))
				.containsExactly("/in?failed");
			assertThat(browser.form("/in", "username", "ada", "password", Browser.PASSWORD).headers("Location"))
				.containsExactly("/hello");
			assertThat(browser.form("/out", "_csrf", browser.get("/csrf").body()).headers("Location"))
				.containsExactly("/open");
		}
	}

	/**
	 * Everything stays within the application where it does not stand at the root.
	 */
	@Test
	void whenApplicationHasAContextPathThenWithinIt() {
		try (TestApp app = BrowserApp.serving().with("server.servlet.context-path=/app").start()) {
			Browser browser = new Browser(app.port());
			assertThat(browser.page("/app/dashboard").headers("Location"))
				.containsExactly("/app/login?continue=%2Fdashboard");
			assertThat(browser.page("/app/login").body()).contains("action=\"/app/login\"");
			assertThat(
					browser.form("/app/login", "username", "ada", "password", Browser.PASSWORD, "continue", "/threads")
						.headers("Location"))
				.containsExactly("/app/threads");
			assertThat(browser.get("/app/threads").status()).isEqualTo(200);
		}
	}

	/**
	 * The application's own page takes the place of ours, without a line of
	 * configuration.
	 */
	@Test
	void whenApplicationHasALoginPageThenThatOne() {
		try (TestApp app = BrowserApp.serving(OwnLoginPage.class).start()) {
			Browser browser = new Browser(app.port());
			assertThat(browser.page("/login").body()).isEqualTo("own page");
			assertThat(browser.logIn("ada").status()).isEqualTo(303);
		}
	}

	/**
	 * Without the login nothing of it is there.
	 */
	@Test
	void whenLoginIsOffThenNothingIsThere() {
		try (TestApp app = TestApp.serving(OwnLoginPage.class).start()) {
			assertThat(app.has(SessionAuthenticator.class)).isFalse();
			assertThat(new Browser(app.port()).page("/login").status()).isEqualTo(401);
		}
	}

	/**
	 * Off mode needs no login.
	 */
	@Test
	void whenModeIsOffThenEverybodyIsLoggedIn() {
		try (TestApp app = BrowserApp.serving().with("authgate.mode=off", "authgate.off.user-id=dev").start()) {
			Browser browser = new Browser(app.port());
			assertThat(browser.page("/dashboard").body()).isEqualTo("<h1>Welcome, dev!</h1>");
			assertThat(browser.exchange("DELETE /notes", "").body()).isEqualTo("deleted");
		}
	}

}
