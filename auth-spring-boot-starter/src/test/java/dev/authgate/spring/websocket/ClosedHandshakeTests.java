package dev.authgate.spring.websocket;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handshakes are refused by a socket that is closed with 1008, which scripts can read:
 * L1, L4.
 */
class ClosedHandshakeTests {

	private static final String PASSWORD = "a raven over three hills";

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Offers.class, Talk.class)
		.tokens()
		.with("authgate.websocket.on-failure=close-1008", "authgate.default-authenticator=session, api-key, jwt",
				"authgate.login.form=true", "authgate.users.accounts[0].username=ada",
				"authgate.users.accounts[0].password=" + PASSWORD);

	@ParameterizedTest
	@ValueSource(strings = { "/guarded", "/plain", "/raw", "/chat", "/stomp", "/sockjs/websocket",
			"/sockjs/1/abc/websocket", "/jakarta" })
	void whenNobodyAsksThenClosed(String path) throws Exception {
		assertThat(closing(path)).isEqualTo("1008 missing_credentials");
	}

	@ParameterizedTest
	@CsvSource({ "'X-API-Key: wrong-key-01234567890', invalid_credentials",
			"'Authorization: Bearer', malformed_credentials", "'Authorization: Bearer a.b.c', invalid_credentials",
			"'X-API-Key: " + TestApp.ADMIN + "', insufficient_permissions" })
	void whenRefusedThenReasonIsTheCode(String header, String code) throws Exception {
		assertThat(closing("/guarded", header)).isEqualTo("1008 " + code);
	}

	@ParameterizedTest
	@CsvSource({ "bearer, a.b.c, bearer", "bearer, a.b.c chat, chat", "chat, , chat" })
	void whenProtocolsAreOfferedThenOneIsChosen(String first, String rest, String chosen) throws Exception {
		List<String> offered = new ArrayList<>(List.of(first));
		offered.addAll((rest != null) ? List.of(rest.split(" ")) : List.of());
		try (Socket socket = Socket.offer(APP.port(), "/raw", offered)) {
			assertThat(socket.protocol()).isEqualTo(chosen);
			assertThat(socket.closing()).startsWith("1008 ");
		}
	}

	@Test
	void whenLetThroughThenOpen() throws Exception {
		try (Socket socket = Socket.open(APP.port(), "/guarded", "X-API-Key: " + TestApp.READER)) {
			assertThat(socket.ask("hello")).isEqualTo("heard hello");
		}
	}

	@Test
	void whenAnotherSiteAsksWithSessionThenNoSocketIsOpened() {
		assertThat(head("/of-any-origin", session(), "Origin: https://evil.example")).startsWith("HTTP/1.1 403");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/login" })
	void whenPathHasNoSocketThenStatus(String path) {
		assertThat(head(path)).doesNotContain(" 101");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sec-WebSocket-Version: 12", "Connection: keep-alive", "Sec-WebSocket-Extensions: x" })
	void whenHandshakeIsMalformedThenStatus(String line) {
		assertThat(Wire.to(APP.port()).send("GET /raw", "Upgrade: websocket", line).status()).isIn(400, 401);
	}

	@Test
	void whenRequestAsksForNoSocketThenStatus() {
		assertThat(APP.get("/raw").status()).isEqualTo(401);
	}

	private static String closing(String path, String... headers) throws Exception {
		try (Socket socket = Socket.open(APP.port(), path, headers)) {
			assertThat(socket.status()).isEqualTo(101);
			return socket.closing();
		}
	}

	private static String head(String path, String... lines) {
		return RawHandshake.head(APP.port(), path, lines);
	}

	private static String session() {
		return "Cookie: " + Wire.to(APP.port())
			.exchange("POST /login", "username=ada&password=" + PASSWORD.replace(' ', '+'),
					"Content-Type: application/x-www-form-urlencoded")
			.headers("Set-Cookie")
			.get(0)
			.split(";")[0];
	}

}
