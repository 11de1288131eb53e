package dev.authgate.spring.browser;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F49: scripts of the application's pages find the token in a cookie where that is
 * switched on.
 */
class ScriptCsrfTests {

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving().with("authgate.session.csrf.cookie=true");

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = new Browser(APP.port());
		this.browser.logIn("ada");
	}

	@Test
	void whenLoggedInThenScriptsCanReadToken() {
		Reply page = this.browser.get("/hello");
		assertThat(page.headers("Set-Cookie")).singleElement()
			.asString()
			.startsWith("XSRF-TOKEN=")
			.contains("; Path=/", "; Secure", "; SameSite=Lax")
			.doesNotContain("HttpOnly");
		assertThat(this.browser.get("/hello").headers("Set-Cookie")).isEmpty();
	}

	@Test
	void whenScriptSendsTokenBackThenServed() {
		this.browser.get("/hello");
		assertThat(
				this.browser.exchange("DELETE /notes", "", "X-XSRF-TOKEN: " + this.browser.cookie("XSRF-TOKEN")).body())
			.isEqualTo("deleted");
		assertThat(this.browser.exchange("DELETE /notes", "").status()).isEqualTo(403);
		assertThat(this.browser.exchange("DELETE /notes", "", "X-XSRF-TOKEN: x").status()).isEqualTo(403);
	}

	@Test
	void whenCookieIsReplacedThenItDoesNotCount() {
		this.browser.with("XSRF-TOKEN", "planted");
		assertThat(this.browser.exchange("DELETE /notes", "", "X-XSRF-TOKEN: planted").status()).isEqualTo(403);
	}

	@Test
	void whenLoggedOutThenCookieIsRemoved() {
		this.browser.get("/hello");
		this.browser.exchange("POST /logout", "", "X-XSRF-TOKEN: " + this.browser.cookie("XSRF-TOKEN"));
		assertThat(this.browser.cookie("XSRF-TOKEN")).isNull();
	}

}
