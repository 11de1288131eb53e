package dev.authgate.spring.websocket.stomp;

import java.util.List;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of the application shows by its token that it opened the socket, where a browser
 * sends the session by itself: L7.
 */
class StompCsrfTests {

	private static final String PASSWORD = "a raven over three hills";

	@RegisterExtension
	static final TestApp APP = Board.app()
		.and(Page.class)
		.with("authgate.default-authenticator=session, api-key, jwt", "authgate.login.form=true",
				"authgate.session.csrf.cookie=true", "authgate.users.accounts[0].username=ada",
				"authgate.users.accounts[0].password=" + PASSWORD,
				"authgate.users.accounts[0].permissions=threads:read");

	private String session;

	private String cookie;

	private String masked;

	@BeforeEach
	void logIn() {
		Reply login = Wire.to(APP.port())
			.exchange("POST /login", "username=ada&password=" + PASSWORD.replace(' ', '+'),
					"Content-Type: application/x-www-form-urlencoded");
		this.session = "Cookie: " + valueOf(login.headers("Set-Cookie"), "__Host-session=");
		Reply page = Wire.to(APP.port()).send("GET /token", this.session);
		this.masked = page.body();
		this.cookie = valueOf(page.headers("Set-Cookie"), "XSRF-TOKEN=").substring("XSRF-TOKEN=".length());
	}

	@Test
	void whenFrameCarriesMaskedTokenThenConnected() {
		assertThat(answer("X-CSRF-TOKEN:" + this.masked)).contains("user-name:ada");
	}

	@Test
	void whenFrameCarriesTokenOfCookieThenConnected() {
		assertThat(answer("X-XSRF-TOKEN:" + this.cookie)).contains("user-name:ada");
	}

	@Test
	void whenNameIsInLowerCaseThenConnected() {
		assertThat(answer("x-csrf-token:" + this.masked)).contains("user-name:ada");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-CSRF-TOKEN:", "X-CSRF-TOKEN:AAAA", "X-CSRF-TOKEN:!", "X-XSRF-TOKEN:x", "_csrf:x",
			"X-XSRF-TOKEN:" })
	void whenTokenIsWrongThenError(String header) {
		assertThat(answer(header)).startsWith("ERROR\n").contains("code:csrf");
	}

	@Test
	void whenTokenIsMissingThenErrorAndClosed() {
		try (Stomp page = page()) {
			assertThat(page.connect()).contains("message:The request could be forged by another site.", "code:csrf");
			assertThat(page.next()).startsWith("closed 1002");
		}
	}

	@Test
	void whenTokenIsSentTwiceThenError() {
		assertThat(answer("X-CSRF-TOKEN:" + this.masked, "X-XSRF-TOKEN:" + this.cookie)).contains("code:csrf");
	}

	@Test
	void whenTokenIsOfAnotherSessionThenError() {
		String foreign = this.masked;
		logIn();
		assertThat(answer("X-CSRF-TOKEN:" + foreign)).contains("code:csrf");
	}

	@Test
	void whenCredentialIsSentOnPurposeThenNoTokenIsNeeded() {
		try (Stomp program = Stomp.open(APP.port(), "/stomp", "X-API-Key: " + TestApp.READER)) {
			assertThat(program.connect()).contains("user-name:reader");
		}
	}

	@Test
	void whenSessionOpensSockJsThenTokenIsNeeded() {
		try (Stomp page = Stomp.open(APP.port(), "/sockjs/000/abc/websocket", this.session)) {
			assertThat(page.next()).isEqualTo("o");
			page.raw("[\"CONNECT\\naccept-version:1.2\\n\\n\\u0000\"]");
			assertThat(page.next()).contains("ERROR").contains("code:csrf");
		}
	}

	private String answer(String... headers) {
		try (Stomp page = page()) {
			return page.connect(headers);
		}
	}

	private Stomp page() {
		return Stomp.open(APP.port(), "/stomp", this.session, "Origin: http://localhost:" + APP.port());
	}

	private static String valueOf(List<String> cookies, String start) {
		return cookies.stream().filter((cookie) -> cookie.startsWith(start)).findFirst().orElseThrow().split(";")[0];
	}

	@RestController
	static class Page {

		@GetMapping("/token")
		String token(@RequestAttribute("_csrf") CsrfToken token) {
			return token.getToken();
		}

	}

}
