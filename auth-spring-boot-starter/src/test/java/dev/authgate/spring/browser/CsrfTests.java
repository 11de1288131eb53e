package dev.authgate.spring.browser;

import java.util.Objects;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F49: requests that change something carry the token of the session.
 */
class CsrfTests {

	private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving();

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = new Browser(APP.port());
		this.browser.logIn("ada");
	}

	@Test
	void whenFormCarriesTokenThenHandlerReadsForm() {
		assertThat(this.browser.form("/notes", "text", "hello & good-bye", "_csrf", token()).body())
			.isEqualTo("noted hello & good-bye");
	}

	@Test
	void whenHeaderCarriesTokenThenHandlerReadsBody() {
		Reply reply = this.browser.exchange("POST /json", "{\"a\":1}", "Content-Type: application/json",
				"X-CSRF-TOKEN: " + token());
		assertThat(reply.body()).isEqualTo("{\"a\":1}");
		assertThat(this.browser.exchange("DELETE /notes", "", "X-CSRF-TOKEN: " + token()).body()).isEqualTo("deleted");
	}

	@Test
	void whenMultipartFormCarriesTokenThenServed() {
		String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token()
				+ "\r\n--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhello\r\n--b--\r\n";
		assertThat(this.browser.exchange("POST /notes", body, "Content-Type: multipart/form-data; boundary=b").body())
			.isEqualTo("noted hello");
	}

	@Test
	void whenMultipartFormIsBrokenThenForbidden() {
		assertThat(
				this.browser.exchange("POST /notes", "--b\r\nbroken", "Content-Type: multipart/form-data; boundary=b")
					.status())
			.isEqualTo(403);
	}

	@Test
	void whenTokenIsMissingThenForbidden() {
		Reply reply = this.browser.form("/notes", "text", "hello");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.body()).contains("\"code\":\"csrf\"");
		assertThat(this.browser.exchange("DELETE /notes", "").status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "AAAA", "%00", "äöü", "null" })
	void whenTokenIsWrongThenForbidden(String token) {
		assertThat(this.browser.form("/notes", "text", "hello", "_csrf", token).status()).isEqualTo(403);
		assertThat(this.browser.exchange("DELETE /notes", "", "X-CSRF-TOKEN: " + token).status()).isEqualTo(403);
	}

	@Test
	void whenTokenIsOfAnotherSessionThenForbidden() {
		String own = token();
		Browser other = new Browser(APP.port());
		other.logIn("root");
		assertThat(other.form("/notes", "text", "hello", "_csrf", own).status()).isEqualTo(403);
	}

	@Test
	void whenHeaderOfScriptsIsSentThenNotAskedForWithoutCookie() {
		assertThat(this.browser.exchange("DELETE /notes", "", "X-XSRF-TOKEN: " + token()).status()).isEqualTo(403);
		assertThat(this.browser.cookie("XSRF-TOKEN")).isNull();
	}

	/**
	 * The token looks different on each page, so that none can be guessed from the length
	 * of compressed answers.
	 */
	@Test
	void whenTokenIsShownTwiceThenMaskedTwice() {
		assertThat(token()).isNotEqualTo(token());
	}

	/**
	 * The token does not lift the judgement of the origin.
	 */
	@Test
	void whenAnotherSiteKnowsTokenThenForbidden() {
		assertThat(this.browser
			.exchange("POST /notes", Browser.encoded("text", "hello", "_csrf", token()), FORM,
					"Origin: https://evil.example")
			.status()).isEqualTo(403);
	}

	/**
	 * None is needed where the credential is in a header, whatever cookie comes along.
	 */
	@Test
	void whenCredentialIsInHeaderThenNoTokenNeeded() {
		assertThat(this.browser.exchange("POST /mixed", "", "X-API-Key: " + TestApp.READER).body())
			.isEqualTo("changed by api-key");
		assertThat(this.browser.exchange("POST /mixed", "").status()).isEqualTo(403);
	}

	/**
	 * An anonymous caller is unknown, not forged.
	 */
	@Test
	void whenNotLoggedInThenUnauthorized() {
		assertThat(new Browser(APP.port()).form("/notes", "text", "hello").status()).isEqualTo(401);
	}

	private String token() {
		return Objects.requireNonNull(this.browser.get("/csrf")).body();
	}

}
