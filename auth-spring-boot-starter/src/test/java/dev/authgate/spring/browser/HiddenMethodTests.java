package dev.authgate.spring.browser;

import dev.authgate.PublicAccess;
import dev.authgate.RequireRole;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms that ask for another method in a field, which Spring MVC reads before the guard.
 */
class HiddenMethodTests {

	@RegisterExtension
	private static final TestApp APP = BrowserApp.serving(Box.class)
		.with("spring.mvc.hiddenmethod.filter.enabled=true");

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(APP.port());
	}

	@Test
	void whenMethodIsHiddenThenItsOwnGuardApplies() {
		assertThat(this.browser.form("/box").body()).isEqualTo("put in");
		assertThat(this.browser.form("/box", "_method", "delete").status()).isEqualTo(401);
		this.browser.logIn("ada");
		assertThat(emptied().status()).isEqualTo(403);
		this.browser.logIn("root");
		assertThat(emptied().body()).isEqualTo("emptied");
	}

	@Test
	void whenMethodIsHiddenThenTokenOfThePageIsRequired() {
		this.browser.logIn("root");
		assertThat(this.browser.form("/box", "_method", "DELETE").status()).isEqualTo(403);
		assertThat(this.browser.form("/box", "_method", "delete", "_csrf", "wrong").status()).isEqualTo(403);
	}

	/** A safe method needs no token, and must not be had by a field. */
	@ParameterizedTest
	@ValueSource(strings = { "get", "HEAD", "options", "TRACE" })
	void whenHiddenMethodIsSafeThenRequestStaysWhatItIs(String method) {
		this.browser.logIn("ada");
		assertThat(this.browser.form("/notes", "_method", method, "text", "x").status()).isEqualTo(403);
	}

	@Test
	void whenFormsAreReadBeforeThenLoginAndLogoutAllTheSame() {
		assertThat(this.browser.logIn("ada").status()).isEqualTo(303);
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
		assertThat(this.browser.form("/logout").status()).isEqualTo(403);
		assertThat(this.browser.form("/logout", "_csrf", token()).status()).isEqualTo(303);
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
	}

	@Test
	void whenFormsAreReadBeforeThenWrongPasswordIsRefused() {
		assertThat(this.browser.form("/login", "username", "ada", "password", "wrong").status()).isEqualTo(401);
	}

	/** What is read for us is not taken more easily than what we read. */
	@ParameterizedTest
	@ValueSource(strings = { "username=ada&username=root&password=x", "username=ada&password=%ff", "username=ada",
			"username=ada&password=%zz" })
	void whenFormIsBrokenThenBadRequest(String body) {
		assertThat(send("/login", body).status()).isEqualTo(400);
	}

	@Test
	void whenPasswordStandsInAddressThenBadRequest() {
		String fields = Browser.encoded("username", "ada", "password", Browser.PASSWORD);
		assertThat(send("/login?" + fields, "").status()).isEqualTo(400);
		assertThat(send("/login?" + fields, "x=y").status()).isEqualTo(400);
	}

	private Reply emptied() {
		return this.browser.form("/box", "_method", "delete", "_csrf", token());
	}

	private String token() {
		return this.browser.get("/csrf").body();
	}

	private Reply send(String path, String body) {
		return this.browser.exchange("POST " + path, body, "Content-Type: application/x-www-form-urlencoded");
	}

	/**
	 * Everybody may put something in, and one may empty it.
	 */
	@RestController
	static class Box {

		@PostMapping("/box")
		@PublicAccess
		String put() {
			return "put in";
		}

		@DeleteMapping("/box")
		@RequireRole("admin")
		String empty() {
			return "emptied";
		}

	}

}
