package dev.authgate.spring.app;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pages of other origins may ask and read where handlers say so.
 */
@WorkspaceTest
class CorsTests {

	private static final String FRIEND = "Origin: https://app.example.com";

	private static final String STRANGER = "Origin: https://evil.example.com";

	@LocalServerPort
	private int port;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = Wire.to(this.port);
	}

	/**
	 * A pre-flight request has no credentials, so it is answered before anybody asks for
	 * them.
	 */
	@Test
	void whenHandlerSharesThenPreFlightIsAnswered() {
		Reply reply = this.wire.send("OPTIONS /api/shared", FRIEND, "Access-Control-Request-Method: GET",
				"Access-Control-Request-Headers: x-api-key");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.headers("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
		assertThat(reply.headers("Access-Control-Allow-Headers")).containsExactly("x-api-key");
	}

	/**
	 * Refusals can be read by the page like answers.
	 */
	@ParameterizedTest
	@CsvSource({ "X-Other: none, 401", "X-API-Key: wrong, 401", Workspace.HEADER_2 + ", 403",
			Workspace.HEADER_1 + ", 200" })
	void whenFriendAsksThenAnswerCanBeRead(String header, int status) {
		Reply reply = this.wire.send("GET /api/shared", FRIEND, header);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.headers("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
	}

	/**
	 * A foreign origin is told nothing, and refused like everybody.
	 */
	@Test
	void whenStrangerAsksThenNothingCanBeRead() {
		Reply refused = this.wire.send("GET /api/shared", STRANGER);
		Reply preFlight = this.wire.send("OPTIONS /api/shared", STRANGER, "Access-Control-Request-Method: GET");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.body()).contains("missing_credentials");
		assertThat(preFlight.status()).isEqualTo(403);
		assertThat(refused.headers("Access-Control-Allow-Origin")).isEmpty();
		assertThat(preFlight.headers("Access-Control-Allow-Origin")).isEmpty();
	}

	/**
	 * Where nobody shares, nothing is answered: the default guard decides.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/user, GET", "/api/none, GET", "/open/path, GET", "/api/shared, DELETE", "/api/shared, FOO",
			"/api/shared, OPTIONS", "/api/shared, 'GET, POST'", "/api/shared, é", "/login, POST", "/, GET" })
	void whenHandlerDoesNotShareThenPreFlightIsGuarded(String path, String method) {
		Reply reply = this.wire.send("OPTIONS " + path, FRIEND, "Access-Control-Request-Method: " + method);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.headers("Access-Control-Allow-Origin")).isEmpty();
	}

	/**
	 * What a page announces never runs a handler, whoever asks.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/api/user", "/api/shared", "/open/path", "/api/none" })
	void whenKnownCallerAnnouncesThenNoHandlerRuns(String path) {
		Reply reply = this.wire.send("OPTIONS " + path, FRIEND, "Access-Control-Request-Method: GET",
				Workspace.HEADER_1);
		assertThat(reply.body()).isEmpty();
	}

	/**
	 * An origin that is none is no error of the server.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "null", "", "http://[", "http://a:b", "::::", "https://app.example.com/path", "é", "*",
			"https://app.example.com, https://evil.example.com" })
	void whenOriginIsMalformedThenClientsError(String origin) {
		assertThat(this.wire.send("GET /api/shared", "Origin: " + origin).status()).isEqualTo(401);
		assertThat(this.wire.send("OPTIONS /api/shared", "Origin: " + origin, "Access-Control-Request-Method: GET")
			.status()).isBetween(400, 499);
	}

	/**
	 * G15: what is no pre-flight request is guarded.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "X-Other: none", "Access-Control-Request-Method: GET", FRIEND })
	void whenOptionsIsNoPreFlightThenGuarded(String header) {
		assertThat(this.wire.send("OPTIONS /api/shared", header).status()).isEqualTo(401);
	}

	/**
	 * Only OPTIONS announces; with any other method the same headers open nothing.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "POST" })
	void whenOtherMethodAnnouncesThenGuarded(String method) {
		assertThat(this.wire.send(method + " /api/shared", FRIEND, "Access-Control-Request-Method: GET").status())
			.isEqualTo(401);
	}

}
