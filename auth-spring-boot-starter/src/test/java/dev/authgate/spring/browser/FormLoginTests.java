package dev.authgate.spring.browser;

import java.util.List;
import java.util.stream.Stream;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.RejectionReason;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The login of browsers over a real connection.
 */
class FormLoginTests {

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving().tokens().with("authgate.login.token=true");

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(APP.port());
		APP.bean(BrowserApp.Heard.class).all().clear();
	}

	/**
	 * K3, F26: a good login leads to the dashboard.
	 */
	@Test
	void whenPasswordIsRightThenDashboard() {
		Reply login = this.browser.logIn("ada");
		assertThat(login.status()).isEqualTo(303);
		assertThat(login.headers("Location")).containsExactly("/dashboard");
		assertThat(this.browser.page("/dashboard").body()).isEqualTo("<h1>Welcome, ada!</h1>");
	}

	/**
	 * K3: a refused login shows the page again, with the text of the seed.
	 */
	@Test
	void whenPasswordIsWrongThenPageAgain() {
		Reply login = this.browser.form("/login", "username", "ada", "password", "wrong");
		assertThat(login.status()).isEqualTo(401);
		assertThat(login.headers("Content-Type")).containsExactly("text/html;charset=UTF-8");
		assertThat(login.body()).contains("<p>Invalid credentials</p>", "<form method=\"post\" action=\"/login\">");
		assertThat(login.headers("Set-Cookie")).isEmpty();
	}

	/**
	 * K16, K19: unknown, wrong and disabled are one answer.
	 */
	@ParameterizedTest
	@CsvSource({ "nobody, correct horse battery", "eve, correct horse battery", "ada, ''", "'', x" })
	void whenLoginIsRefusedThenOneAnswer(String username, String password) {
		Reply wrong = this.browser.form("/login", "username", "ada", "password", "wrong");
		Reply other = this.browser.form("/login", "username", username, "password", password);
		assertThat(other.status()).isEqualTo(401);
		assertThat(other.body()).isEqualTo(wrong.body());
	}

	/**
	 * O9: the audit log knows why.
	 */
	@Test
	void whenAccountIsDisabledThenAudited() {
		this.browser.logIn("eve");
		assertThat(APP.bean(BrowserApp.Heard.class).all())
			.contains(new CredentialRejected("login", RejectionReason.DISABLED, "POST", "/login", "127.0.0.1", "eve"));
	}

	/**
	 * K1: JSON on the same path is the login of API clients, which gets no session.
	 */
	@Test
	void whenLoginIsJsonThenTokenAndNoSession() {
		Reply login = this.browser.exchange("POST /login",
				"{\"username\":\"ada\",\"password\":\"" + Browser.PASSWORD + "\"}", "Content-Type: application/json");
		assertThat(login.body()).startsWith("{\"token\":\"");
		assertThat(login.headers("Set-Cookie")).isEmpty();
	}

	/**
	 * K15: what is no such form is a bad request, never an error of the server.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "username=ada", "password=x", "", "username=ada&username=root&password=x",
			"username=ada&password=%", "username=ada&password=%zz", "username=ada&password=%4",
			"username=%ff&password=x", "username=%c3&password=x", "username=ada&password=%\uFF14\uFF11",
			"username=ada&password=%4\uFF11" })
	void whenFormIsBrokenThenBadRequest(String body) {
		Reply login = this.browser.exchange("POST /login", body, "Content-Type: application/x-www-form-urlencoded");
		assertThat(login.status()).isEqualTo(400);
	}

	/**
	 * K15: parameters of the address are no fields.
	 */
	@Test
	void whenFieldsStandInAddressThenBadRequest() {
		assertThat(this.browser.form("/login?username=ada&password=correct+horse+battery", "x", "y").status())
			.isEqualTo(400);
	}

	/**
	 * K15: other content types are bad requests.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "multipart/form-data; boundary=x", "application/x-www-form", "a/b/c" })
	void whenContentTypeIsAnotherThenBadRequest(String type) {
		assertThat(this.browser.exchange("POST /login", "username=ada&password=x", "Content-Type: " + type).status())
			.isEqualTo(400);
	}

	/**
	 * K15: a form without an end is cut off.
	 */
	@Test
	void whenFormIsTooLongThenBadRequest() {
		assertThat(this.browser.form("/login", "username", "ada", "password", "x".repeat(70_000)).status())
			.isEqualTo(400);
	}

	/**
	 * K18: no password and no name is an error of the server.
	 */
	@ParameterizedTest
	@MethodSource
	void whenPasswordOrNameIsStrangeThenUnauthorized(String text) {
		assertThat(this.browser.form("/login", "username", "ada", "password", text).status()).isEqualTo(401);
		assertThat(this.browser.form("/login", "username", text, "password", "x").status()).isEqualTo(401);
	}

	static Stream<String> whenPasswordOrNameIsStrangeThenUnauthorized() {
		return Stream.of("пароль", "\u0000", "a\u0000b", "x".repeat(10_000), "\uD83D\uDE00".repeat(800),
				"\r\nSet-Cookie: a=b", "<script>", "' or '1'='1");
	}

	/**
	 * F49: another site cannot log its visitors in.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site",
			"Sec-Fetch-Site: same-site" })
	void whenAnotherSiteSendsFormThenForbidden(String header) {
		Reply login = this.browser.exchange("POST /login",
				Browser.encoded("username", "ada", "password", Browser.PASSWORD),
				"Content-Type: application/x-www-form-urlencoded", header);
		assertThat(login.status()).isEqualTo(403);
		assertThat(login.body()).contains("\"code\":\"csrf\"");
		assertThat(login.headers("Set-Cookie")).isEmpty();
	}

	@Test
	void whenOwnSiteSendsFormThenLoggedIn() {
		Reply login = this.browser.exchange("POST /login",
				Browser.encoded("username", "ada", "password", Browser.PASSWORD),
				"Content-Type: application/x-www-form-urlencoded; charset=UTF-8",
				"Origin: http://localhost:" + APP.port(), "Sec-Fetch-Site: same-origin");
		assertThat(login.status()).isEqualTo(303);
	}

	/**
	 * O5, F48: a login leads back to where it began, within the application.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/threads", "/threads?page=2&q=a/b", "/a-b_c.d~e/f", "/%C3%A4", "/a?u=http://x" })
	void whenTargetIsOfApplicationThenThere(String target) {
		Reply login = this.browser.form("/login", "username", "ada", "password", Browser.PASSWORD, "continue", target);
		assertThat(login.headers("Location")).containsExactly(target);
	}

	/**
	 * A form that has the field and nothing in it says nothing.
	 */
	@Test
	void whenTargetIsEmptyThenWhereAllLead() {
		assertThat(
				this.browser.form("/login?continue=", "username", "ada", "password", Browser.PASSWORD, "continue", "")
					.headers("Location"))
			.containsExactly("/dashboard");
		assertThat(this.browser
			.form("/login?continue=/threads", "username", "ada", "password", Browser.PASSWORD, "continue", "")
			.headers("Location")).containsExactly("/threads");
	}

	/**
	 * What a firewall refuses to hand out ends no session, and is no error of the server.
	 */
	@Test
	void whenUserAgentIsStrangeThenLoggedIn() {
		Reply login = this.browser.exchange("POST /login",
				Browser.encoded("username", "ada", "password", Browser.PASSWORD),
				"Content-Type: application/x-www-form-urlencoded", "User-Agent: a\u0080b");
		assertThat(login.status()).isEqualTo(303);
		Reply token = this.browser.exchange("POST /login",
				"{\"username\":\"ada\",\"password\":\"" + Browser.PASSWORD + "\"}", "Content-Type: application/json",
				"User-Agent: a\u0080b");
		assertThat(token.status()).isEqualTo(200);
	}

	/**
	 * O5: everything that a browser could take for another place is refused.
	 */
	@ParameterizedTest
	@MethodSource
	void whenTargetIsElsewhereThenBadRequest(String target) {
		assertThat(this.browser.form("/login", "username", "ada", "password", Browser.PASSWORD, "continue", target)
			.status()).isEqualTo(400);
		assertThat(this.browser
			.form("/login?" + Browser.encoded("continue", target), "username", "ada", "password", Browser.PASSWORD)
			.status()).isEqualTo(400);
		assertThat(this.browser.cookie("__Host-session")).isNull();
	}

	static Stream<String> whenTargetIsElsewhereThenBadRequest() {
		return Stream.of("https://evil.example", "HTTP://evil.example/", "//evil.example", "///evil.example",
				"/\\evil.example", "\\/evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example",
				"\t//evil.example", " //evil.example", "evil.example", "?x", "#x", "javascript:alert(1)",
				"/%2fevil.example", "/%2Fevil.example", "/%5cevil.example", "/%252fevil.example", "/a//evil.example",
				"/./a", "/../a", "/a/..", "/..", "/%2e%2e/a", "/a\u0000", "/a%00", "/a%0d%0aX:y", "/a?x=%0d%0aX:y",
				"/a\r\nX: y", "/\u2044evil.example", "/ä", "/a;x=y", "/a%", "/a%zz", "/" + "a".repeat(3000));
	}

	@Test
	void whenTargetIsNamedTwiceThenBadRequest() {
		assertThat(this.browser.form("/login?continue=/a&continue=/b", "username", "ada", "password", Browser.PASSWORD)
			.status()).isEqualTo(400);
	}

	/**
	 * The default page has no script, is escaped, and keeps where to go.
	 */
	@Test
	void whenLoginPageIsOpenedThenPlainPage() {
		Reply page = this.browser.page("/login?continue=/threads%3Fa%3D1%26b%3D2");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("<input type=\"hidden\" name=\"continue\" value=\"/threads?a=1&amp;b=2\">")
			.doesNotContain("<script", "Invalid credentials");
		assertThat(page.headers("Content-Security-Policy")).singleElement()
			.asString()
			.startsWith("default-src 'none'; style-src 'sha256-")
			.contains("form-action 'self'")
			.doesNotContain("unsafe");
		assertThat(page.headers("Set-Cookie")).isEmpty();
	}

	@Test
	void whenTargetOfLoginPageIsElsewhereThenLeftOut() {
		assertThat(this.browser.page("/login?continue=//evil.example").body()).doesNotContain("evil");
		assertThat(this.browser.page("/login?continue=%22%3E%3Cscript%3E").body()).doesNotContain("<script");
	}

	@Test
	void whenLoginPageIsAskedForHeadThenNoBody() {
		assertThat(this.browser.exchange("HEAD /login", "").status()).isEqualTo(200);
	}

	/**
	 * K2: the login opens nothing beside itself.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/login/", "/LOGIN", "/login;x", "//login", "/%2e/login", "/login%2f", "/login/x" })
	void whenPathIsAVariantThenNotOpen(String path) {
		assertThat(this.browser.get(path).status()).isIn(List.of(302, 400, 401));
		assertThat(this.browser.form(path, "username", "ada", "password", Browser.PASSWORD).headers("Set-Cookie"))
			.isEmpty();
	}

}
