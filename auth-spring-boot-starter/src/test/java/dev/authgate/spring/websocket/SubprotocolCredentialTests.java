package dev.authgate.spring.websocket;

import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A token among the subprotocols counts as an {@code Authorization} header, and is seen
 * by authenticators alone.
 */
class SubprotocolCredentialTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Offers.class)
		.tokens()
		.with("authgate.default-authenticator=jwt, api-key");

	private static String token = "";

	@BeforeAll
	static void issue() {
		token = APP.bean(JwtIssuer.class).issue(AuthUser.of("ada", "threads:read"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/raw", "/chat", "/stomp", "/sockjs/websocket", "/sockjs/1/abc/websocket", "/jakarta" })
	void whenTokenIsOfferedThenOpensAndSchemeIsChosen(String path) {
		try (Socket socket = Socket.offer(APP.port(), path, List.of("bearer", token))) {
			assertThat(socket.status()).isEqualTo(101);
			assertThat(socket.protocol()).isEqualTo("bearer");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/chat, chat", "/stomp, v10.stomp", "/stomp, v12.stomp", "/jakarta, chat", "/raw, bearer" })
	void whenApplicationKnowsAnOfferThenItWins(String path, String chosen) {
		List<String> offered = chosen.equals("bearer") ? List.of("bearer", token, "else")
				: List.of("bearer", token, chosen);
		try (Socket socket = Socket.offer(APP.port(), path, offered)) {
			assertThat(socket.protocol()).isEqualTo(chosen);
		}
	}

	@Test
	void whenTokenIsOfferedThenHandlerSeesTheRestAlone() throws InterruptedException {
		try (Socket socket = Socket.offer(APP.port(), "/raw", List.of("one", "bearer", token, "two"))) {
			assertThat(socket.ask("?")).isEqualTo("ada null [one, two, bearer] false");
		}
	}

	@Test
	void whenNothingIsOfferedThenNothingIsChosen() {
		try (Socket socket = Socket.open(APP.port(), "/raw", "Authorization: Bearer " + token)) {
			assertThat(socket.protocol()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sec-WebSocket-Protocol: one, bearer, T", "sec-websocket-protocol: BEARER,T",
			"Sec-WebSocket-Protocol: one, bearer\r\nSec-WebSocket-Protocol: T, two" })
	void whenListIsWrittenOtherwiseThenRead(String lines) {
		String head = head("/raw", lines.replace("T", token));
		assertThat(head).startsWith("HTTP/1.1 101").containsIgnoringCase("Sec-WebSocket-Protocol: bearer\r\n");
		assertThat(head).doesNotContain(token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sec-WebSocket-Protocol: bearer", "Sec-WebSocket-Protocol: one, bearer",
			"Sec-WebSocket-Protocol: bearer, , T", "Sec-WebSocket-Protocol: bearer, T, bearer, T",
			"Sec-WebSocket-Protocol: bearer, T\r\nSec-WebSocket-Protocol: bearer, T",
			"Sec-WebSocket-Protocol: bearer, T\r\nAuthorization: Bearer T",
			"Sec-WebSocket-Protocol: bearer, T\r\nAuthorization: Basic YTpi", "Sec-WebSocket-Protocol: bearer, T T" })
	void whenNotExactlyOneCredentialThenMalformed(String lines) {
		String head = head("/raw", lines.replace("T", token));
		assertThat(head).startsWith("HTTP/1.1 401").contains("error=\"invalid_request\"").doesNotContain(token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "a.b.c" })
	void whenTokenIsWrongThenRefused(String wrong) {
		assertThat(head("/raw", "Sec-WebSocket-Protocol: bearer, " + wrong)).startsWith("HTTP/1.1 401")
			.contains("error=\"invalid_token\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sec-WebSocket-Protocol: bearer, a.b.c", "Authorization: Bearer a.b.c" })
	void whenTokenIsWrongAndKeyIsGoodThenOpensAsWithHeader(String line) {
		assertThat(head("/raw", line, "X-API-Key: " + TestApp.READER)).startsWith("HTTP/1.1 101");
	}

	@Test
	void whenRequestAsksForNoSocketThenNotRead() {
		assertThat(APP.get("/raw", "Sec-WebSocket-Protocol: bearer, " + token).status()).isEqualTo(401);
	}

	private static String head(String path, String... lines) {
		return RawHandshake.head(APP.port(), path, lines);
	}

}
