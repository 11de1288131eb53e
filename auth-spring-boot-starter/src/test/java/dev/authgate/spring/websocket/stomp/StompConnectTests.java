package dev.authgate.spring.websocket.stomp;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first frame may carry the credential that the handshake did not.
 */
class StompConnectTests {

	private static final String READER = "X-API-Key:" + TestApp.READER;

	@RegisterExtension
	static final TestApp APP = Board.app()
		.route(0, "paths=/stomp-optional", "access=optional")
		.route(1, "paths=/stomp-public", "access=public")
		.with(Board.ORDERED);

	@Test
	void whenFrameCarriesTokenThenItsUserSends() {
		try (Stomp client = optional()) {
			assertThat(client.connect("Authorization:Bearer " + token("tina"))).startsWith("CONNECTED")
				.contains("user-name:tina");
			assertThat(client.subscribed("/user/queue/answers").say("/app/me", "").next())
				.contains("tina jwt tina tina tina");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "authorization", "AUTHORIZATION" })
	void whenNameIsInAnotherCaseThenRead(String name) {
		try (Stomp client = optional()) {
			assertThat(client.connect(name + ":bearer " + token("tina"))).contains("user-name:tina");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-API-Key", "x-api-key" })
	void whenFrameCarriesKeyThenItsUserConnects(String name) {
		try (Stomp client = optional()) {
			assertThat(client.connect(name + ":" + TestApp.READER)).contains("user-name:reader");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization:Bearer wrong", "authorization:Bearer a.b.c", "X-API-Key:wrong-key-0123456",
			"Authorization:Bearer ", "Authorization:", "Authorization:Digest x", "X-API-Key:" })
	void whenCredentialIsWrongThenErrorAndClosed(String header) {
		try (Stomp client = optional()) {
			assertThat(client.connect(header)).startsWith("ERROR\n")
				.containsPattern("code:(invalid|malformed)_credentials")
				.containsPattern("message:The credentials are (invalid or expired|malformed)\\.");
			assertThat(client.next()).isEqualTo("closed 1008 access_denied");
		}
	}

	@Test
	void whenTwoCredentialsAreInOneHeaderThenError() {
		String header = "Authorization:Bearer " + token("tina");
		try (Stomp client = optional()) {
			assertThat(client.connect(header, header)).contains("code:malformed_credentials");
		}
	}

	@Test
	void whenTwoSpellingsCarryCredentialsThenError() {
		try (Stomp client = optional()) {
			assertThat(client.connect("Authorization:Bearer " + token("tina"), "authorization:Bearer " + token("tom")))
				.contains("code:malformed_credentials");
		}
	}

	@Test
	void whenNoCredentialComesThenAnonymous() {
		try (Stomp client = optional()) {
			assertThat(client.connected().say("/app/me", "").next()).contains("code:missing_credentials");
		}
	}

	@Test
	void whenRouteIsPublicThenCredentialIsNotRead() {
		try (Stomp client = Stomp.open(APP.port(), "/stomp-public")) {
			assertThat(client.connect("Authorization:Bearer wrong")).startsWith("CONNECTED")
				.doesNotContain("user-name");
		}
	}

	@Test
	void whenHandshakeHadCallerThenFrameNeedsNothing() {
		try (Stomp client = known()) {
			assertThat(client.connect()).contains("user-name:reader");
		}
	}

	@Test
	void whenFrameRepeatsCredentialThenTaken() {
		try (Stomp client = known()) {
			assertThat(client.connect(READER)).contains("user-name:reader");
		}
	}

	@Test
	void whenFrameIsOfAnotherUserThenError() {
		try (Stomp client = known()) {
			assertThat(client.connect("X-API-Key:" + TestApp.WRITER)).contains("code:access_denied");
		}
	}

	@Test
	void whenFrameOfKnownCallerCarriesWrongCredentialThenError() {
		try (Stomp client = known()) {
			assertThat(client.connect("Authorization:Bearer wrong")).contains("code:invalid_credentials");
		}
	}

	@Test
	void whenCredentialIsRefusedThenFramesBehindItAreNotHandled() {
		try (Stomp client = optional()) {
			client.raw("CONNECT\naccept-version:1.2\nAuthorization:Bearer wrong\n\n\0"
					+ "SUBSCRIBE\nid:1\ndestination:/app/who\n\n\0");
			assertThat(client.next()).startsWith("ERROR").contains("code:invalid_credentials");
			assertThat(client.next()).startsWith("closed");
		}
	}

	@Test
	void whenOtherFrameCarriesCredentialThenItIsIgnored() {
		try (Stomp client = known().connected().subscribed("/user/queue/answers")) {
			client.send("SEND", "destination:/app/me", "Authorization:Bearer wrong");
			assertThat(client.next()).contains("reader api-key");
		}
	}

	private static Stomp optional() {
		return Stomp.open(APP.port(), "/stomp-optional");
	}

	private static Stomp known() {
		return Stomp.open(APP.port(), "/stomp", READER.replace(":", ": "));
	}

	private static String token(String user) {
		return APP.bean(JwtIssuer.class).issue(AuthUser.of(user, "threads:read"));
	}

}
