package dev.authgate.spring.websocket;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of another site opens no socket with the session of its visitor: L7.
 */
class SocketOriginTests {

	private static final String PASSWORD = "a raven over three hills";

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Talk.class)
		.with("authgate.default-authenticator=session, api-key", "authgate.login.form=true",
				"authgate.users.accounts[0].username=ada", "authgate.users.accounts[0].password=" + PASSWORD);

	@ParameterizedTest
	@ValueSource(strings = { "Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: same-site",
			"Sec-Fetch-Site: cross-site" })
	void whenAnotherSiteOpensWithSessionThenRefused(String header) {
		assertThat(statusOf(session(), header)).isEqualTo(403);
	}

	@Test
	void whenOwnPageOpensWithSessionThenOpens() {
		assertThat(statusOf(session(), "Origin: http://localhost:" + APP.port())).isEqualTo(101);
	}

	@Test
	void whenProgramOpensWithSessionThenOpens() {
		assertThat(statusOf(session())).isEqualTo(101);
	}

	@Test
	void whenAnotherSiteSendsKeyThenOpensWhereItMay() {
		assertThat(statusOf("X-API-Key: " + TestApp.READER, "Origin: https://friend.example")).isEqualTo(101);
	}

	private static int statusOf(String... headers) {
		try (Socket socket = Socket.open(APP.port(), "/of-any-origin", headers)) {
			return socket.status();
		}
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
