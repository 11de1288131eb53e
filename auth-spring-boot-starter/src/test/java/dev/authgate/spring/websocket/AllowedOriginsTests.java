package dev.authgate.spring.websocket;

import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which pages of other sites open sockets, and send what stands in for them: L7.
 */
class AllowedOriginsTests {

	private static final String PASSWORD = "a raven over three hills";

	private static final String FRIEND = "Origin: https://friend.example";

	private static final String FOE = "Origin: https://foe.example";

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Offers.class, Talk.class)
		.with("authgate.websocket.allowed-origins=https://friend.example",
				"authgate.default-authenticator=session, api-key", "authgate.login.form=true",
				"authgate.users.accounts[0].username=ada", "authgate.users.accounts[0].password=" + PASSWORD);

	private static final AtomicInteger sessions = new AtomicInteger();

	private static String session = "";

	@BeforeAll
	static void logIn() {
		session = "Cookie: " + Wire.to(APP.port())
			.exchange("POST /login", "username=ada&password=" + PASSWORD.replace(' ', '+'),
					"Content-Type: application/x-www-form-urlencoded")
			.headers("Set-Cookie")
			.get(0)
			.split(";")[0];
	}

	@ParameterizedTest
	@ValueSource(strings = { "/raw", "/chat", "/stomp", "/sockjs/websocket", "/of-any-origin" })
	void whenFriendOpensWithSessionThenOpens(String path) {
		assertThat(statusOf(path, session, FRIEND, "Sec-Fetch-Site: cross-site")).isEqualTo(101);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Origin: https://foe.example", "Origin: http://friend.example",
			"Origin: https://friend.example:8443", "Origin: https://friend.example.foe.example",
			"Origin: https://FRIEND.example", "Origin: null" })
	void whenAnotherOpensWithSessionThenRefused(String origin) {
		assertThat(statusOf("/of-any-origin", session, origin)).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "/raw, 403", "/chat, 403", "/stomp, 403", "/sockjs/websocket, 403", "/of-any-origin, 101" })
	void whenAnotherOpensWithKeyThenSpringDecides(String path, int status) {
		assertThat(statusOf(path, "X-API-Key: " + TestApp.READER, FOE)).isEqualTo(status);
		assertThat(statusOf(path, "X-API-Key: " + TestApp.READER, FRIEND)).isEqualTo(101);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Origin: https://friend.example", "Origin: http://localhost:PORT",
			"Sec-Fetch-Site: same-origin" })
	void whenTransportOfSocketIsPostedWithSessionThenNoTokenIsNeeded(String origin) {
		assertThat(post("/sockjs/1/" + sessions.incrementAndGet() + "/xhr", session,
				origin.replace("PORT", "" + APP.port())))
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Origin: https://foe.example", "Sec-Fetch-Site: cross-site" })
	void whenTransportOfSocketIsPostedByAnotherWithSessionThenRefused(String origin) {
		assertThat(post("/sockjs/1/" + sessions.incrementAndGet() + "/xhr", session, origin)).isEqualTo(403);
	}

	@Test
	void whenFriendPostsElsewhereWithSessionThenRefused() {
		assertThat(post("/nothing", session, FRIEND)).isEqualTo(403);
	}

	private static int statusOf(String path, String... headers) {
		try (Socket socket = Socket.open(APP.port(), path, headers)) {
			return socket.status();
		}
	}

	private static int post(String path, String... headers) {
		return Wire.to(APP.port()).exchange("POST " + path, "", headers).status();
	}

}
