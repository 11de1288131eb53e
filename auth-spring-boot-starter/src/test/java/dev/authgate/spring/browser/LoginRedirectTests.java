package dev.authgate.spring.browser;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K4: who is sent to the login, and who is told 401.
 */
class LoginRedirectTests {

	private static final String HTML = "Accept: text/html, */*;q=0.1";

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving();

	private final Browser browser = new Browser(APP.port());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/dashboard     | /login?continue=%2Fdashboard
			/dashboard?a=b | /login?continue=%2Fdashboard%3Fa%3Db
			/nowhere       | /login?continue=%2Fnowhere
			/a?x=%0a       | /login
			/mixed         | /login?continue=%2Fmixed
			""")
	void whenPersonIsUnknownThenLogin(String path, String location) {
		assertThat(this.browser.get(path, HTML).status()).isEqualTo(302);
		assertThat(this.browser.get(path, HTML).headers("Location")).containsExactly(location);
	}

	@ParameterizedTest
	@CsvSource({ "/mixed, Accept: */*", "/mixed, Accept: application/json", "/mixed, X-A: b",
			"/key, Accept: text/html" })
	void whenRouteHasOtherCredentialsAndNobodyWantsAPageThenUnauthorized(String path, String header) {
		assertThat(this.browser.get(path, header).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "X-Requested-With: XMLHttpRequest", "Sec-Fetch-Dest: empty" })
	void whenScriptAsksThenUnauthorized(String header) {
		assertThat(this.browser.get("/dashboard", HTML, header).status()).isEqualTo(401);
		assertThat(this.browser.get("/mixed", HTML, header).status()).isEqualTo(401);
	}

	/**
	 * Where a session is all there is, a person is sent to the login whatever the client
	 * says of itself.
	 */
	@Test
	void whenSessionIsAllThenLogin() {
		assertThat(this.browser.get("/dashboard").status()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "POST", "PUT", "DELETE", "OPTIONS" })
	void whenMethodIsNoReadThenUnauthorized(String method) {
		assertThat(this.browser.exchange(method + " /dashboard", "", HTML).status()).isEqualTo(401);
	}

	@Test
	void whenHeadIsAskedThenLogin() {
		assertThat(this.browser.exchange("HEAD /dashboard", "", HTML).headers("Location")).containsExactly("/login");
	}

	/**
	 * A known caller is never sent to the login.
	 */
	@Test
	void whenKnownCallerLacksSomethingThenForbidden() {
		this.browser.logIn("ada");
		assertThat(this.browser.get("/admin", HTML).status()).isEqualTo(403);
	}

	/**
	 * A wrong key is wrong, not missing.
	 */
	@Test
	void whenKeyIsWrongThenUnauthorized() {
		assertThat(this.browser.get("/mixed", HTML, "X-API-Key: wrong-key-0123456789").status()).isEqualTo(401);
	}

}
