package dev.authgate.spring.browser;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.contract.TestClock;
import dev.authgate.session.Sessions;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Refresh tokens of API clients and of browsers, neither of which is good for the other.
 */
class RememberMeAndTokensTests {

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving()
		.tokens()
		.with("authgate.login.token=true", "authgate.login.remember-me.enabled=true", "authgate.refresh.enabled=true",
				"authgate.endpoints.sessions.enabled=true");

	private static final String REMEMBER = "__Host-remember";

	private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"(\\w+)\"");

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(APP.port());
		APP.bean(Sessions.class).endAll("ada", null);
		APP.bean(TestClock.class).pass(Duration.ofSeconds(1));
	}

	/**
	 * A token that is limited to a scope must not become a login that is not.
	 */
	@Test
	void whenTokenOfClientIsSentAsCookieThenAnonymousAndStillGoodForClient() {
		String token = refreshToken(
				json("/auth/refresh", "{\"refresh_token\":\"" + clientToken() + "\",\"scope\":\"threads:read\"}"));
		assertThat(this.browser.with(REMEMBER, token).page("/dashboard").status()).isEqualTo(302);
		assertThat(json("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}").status()).isEqualTo(200);
	}

	@Test
	void whenTokenOfClientIsSentAsCookieToLoginThenClientStaysLoggedIn() {
		String token = clientToken();
		this.browser.with(REMEMBER, token).logIn("ada");
		assertThat(json("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}").status()).isEqualTo(200);
	}

	@Test
	void whenTokenOfBrowserIsSentToRefreshThenRefusedAndStillGoodForBrowser() {
		String token = Objects.requireNonNull(stay().cookie(REMEMBER));
		assertThat(json("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}").status()).isEqualTo(401);
		assertThat(new Browser(APP.port()).with(REMEMBER, token).page("/dashboard").status()).isEqualTo(200);
	}

	@Test
	void whenSessionsAreListedThenRememberedOneIsCalledSo() {
		assertThat(stay().get("/auth/sessions").body()).contains("\"kind\":\"remembered\"");
	}

	private Browser stay() {
		this.browser.form("/login", "username", "ada", "password", Browser.PASSWORD, "remember-me", "on");
		return this.browser;
	}

	private String clientToken() {
		return refreshToken(json("/login", "{\"username\":\"ada\",\"password\":\"" + Browser.PASSWORD + "\"}"));
	}

	private Reply json(String path, String body) {
		return new Browser(APP.port()).exchange("POST " + path, body, "Content-Type: application/json");
	}

	private static String refreshToken(Reply reply) {
		Matcher token = REFRESH_TOKEN.matcher(reply.body());
		assertThat(token.find()).as(reply.body()).isTrue();
		return token.group(1);
	}

}
