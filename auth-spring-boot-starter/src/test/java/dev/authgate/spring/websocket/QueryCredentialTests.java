package dev.authgate.spring.websocket;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A token in the address of a handshake, where a parameter is named for it.
 */
class QueryCredentialTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Offers.class)
		.tokens()
		.with("authgate.default-authenticator=jwt, api-key", "authgate.websocket.query-parameter=token");

	private static String token = "";

	@BeforeAll
	static void issue() {
		token = APP.bean(JwtIssuer.class).issue(AuthUser.of("ada", "threads:read"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/raw", "/chat", "/stomp", "/sockjs/websocket", "/jakarta" })
	void whenTokenIsInAddressThenOpens(String path) {
		try (Socket socket = Socket.open(APP.port(), path + "?token=" + token)) {
			assertThat(socket.status()).isEqualTo(101);
		}
	}

	@Test
	void whenTokenIsInAddressThenHandlerSeesTheRestAlone() throws InterruptedException {
		try (Socket socket = Socket.open(APP.port(), "/raw?room=1&token=" + token + "&to%6ben=" + "&x=y")) {
			assertThat(socket.status()).isEqualTo(401);
		}
		try (Socket socket = Socket.open(APP.port(), "/raw?room=1&to%6ben=" + token + "&x=y")) {
			assertThat(socket.ask("?")).isEqualTo("ada room=1&x=y null false");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "?token=", "?token=T&token=T", "?token=T%20T" })
	void whenNotExactlyOneTokenThenMalformed(String query) {
		assertMalformed(query);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization: Bearer T", "Sec-WebSocket-Protocol: bearer, T" })
	void whenTokenIsElsewhereAsWellThenMalformed(String line) {
		assertMalformed("?token=T", line.replace(" T", " " + token));
	}

	@Test
	void whenParameterHasAnotherNameThenNotRead() {
		assertThat(Socket.open(APP.port(), "/raw?access_token=" + token).status()).isEqualTo(401);
	}

	@Test
	void whenRequestAsksForNoSocketThenNotRead() {
		assertThat(APP.get("/raw?token=" + token).status()).isEqualTo(401);
	}

	private static void assertMalformed(String query, String... lines) {
		String head = RawHandshake.head(APP.port(), "/raw" + query.replace("T", token), lines);
		assertThat(head).startsWith("HTTP/1.1 401").contains("error=\"invalid_request\"").doesNotContain(token);
	}

}
