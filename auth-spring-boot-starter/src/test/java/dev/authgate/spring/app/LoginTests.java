package dev.authgate.spring.app;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.RejectionReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The login of API clients over a real connection.
 */
@WorkspaceTest
class LoginTests {

	private static final String REFUSED = "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
			+ "\"detail\":\"The credentials are invalid or expired.\",\"code\":\"invalid_credentials\"}";

	@LocalServerPort
	private int port;

	@Autowired
	private Workspace.Recorder recorder;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = Wire.to(this.port);
		this.recorder.clear();
	}

	/**
	 * K1, F25: a good login answers a token, and nothing else, that the API takes.
	 */
	@Test
	void whenPasswordIsRightThenTokenForApi() {
		Reply reply = login("ada", Workspace.PASSWORD);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body()).matches("\\{\"token\":\"[\\w.-]+\"}");
		assertThat(reply.headers("Content-Type")).containsExactly("application/json");
		assertThat(reply.headers("Cache-Control")).containsExactly("no-store");
		assertThat(this.wire.send("GET /api/threads", bearer(reply)).body())
			.isEqualTo("{\"id\":\"ada\",\"data\":{},\"permissions\":[\"threads:read\"]}");
	}

	/**
	 * K1: the role is {@code user} unless the account has another.
	 */
	@ParameterizedTest
	@CsvSource({ "ada, user", "root, admin" })
	void whenLoggedInThenRoleOfAccountOrUser(String name, String role) {
		assertThat(this.wire.send("GET /api/caller", bearer(login(name, Workspace.PASSWORD))).body())
			.contains("\"roles\":[\"" + role + "\"]");
	}

	/**
	 * K1, K16, K19: unknown, wrong and disabled are one answer.
	 */
	@ParameterizedTest
	@CsvSource({ "nobody, correct horse battery", "ada, wrong", "eve, correct horse battery", "eve, wrong", "ada, ''",
			"'', x" })
	void whenLoginIsRefusedThenOneAnswer(String name, String password) {
		Reply reply = login(name, password);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).isEqualTo(REFUSED);
		assertThat(reply.headers("WWW-Authenticate")).isEmpty();
	}

	/**
	 * K18: no password and no name is an error of the server.
	 */
	@ParameterizedTest
	@MethodSource
	void whenPasswordOrNameIsStrangeThenUnauthorized(String text) {
		assertThat(login("ada", text).status()).isEqualTo(401);
		assertThat(login(text, "x").status()).isEqualTo(401);
	}

	static Stream<String> whenPasswordOrNameIsStrangeThenUnauthorized() {
		return Stream.of("x".repeat(73), "\u00e9".repeat(40), "\\u0000", "correct horse battery\\u0000", "\\ud800",
				"\ud83d\ude00", "x".repeat(10_000), "\\u0000".repeat(100), "{bcrypt}x", " ");
	}

	/**
	 * K15: what is not a login is the client's error.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"ada\"", "{}", "{\"username\":\"ada\"}", "{\"password\":\"x\"}",
			"{\"username\":1,\"password\":\"x\"}", "{\"username\":\"ada\",\"password\":null}",
			"{\"username\":\"ada\",\"password\":[\"x\"]}", "{\"username\":\"ada\",\"password\":\"x\"",
			"{\"username\":\"ada\",\"password\":\"x\"}{}",
			"{\"username\":\"ada\",\"username\":\"ada\",\"password\":\"x\"}",
			"{\"username\":\"ada\",\"password\":\"x\",\"a\":1,\"a\":2}", "username=ada&password=x" })
	void whenBodyIsNoLoginThenBadRequest(String body) {
		Reply reply = this.wire.json("POST /login", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
				+ "\"detail\":\"The request is malformed.\",\"code\":\"bad_request\"}");
	}

	/**
	 * K15: depth and size are bounded.
	 */
	@Test
	void whenBodyIsDeepOrHugeThenBadRequest() {
		String deep = "{\"username\":\"ada\",\"password\":\"x\",\"a\":" + "[".repeat(8_000) + "]".repeat(7_000) + "}";
		String huge = "{\"username\":\"ada\",\"password\":\"" + "x".repeat(1_000_000) + "\"}";
		assertThat(this.wire.json("POST /login", deep).status()).isEqualTo(400);
		assertThat(this.wire.json("POST /login", huge).status()).isEqualTo(400);
	}

	/**
	 * K15: a body that cannot even be read is the client's error.
	 */
	@Test
	void whenChunksAreBrokenThenBadRequest() {
		Reply reply = this.wire.exchange("POST /login", "zz\r\nnonsense\r\n", "Content-Type: application/json",
				"Transfer-Encoding: chunked");
		assertThat(reply.status()).isEqualTo(400);
	}

	/**
	 * K15: only JSON is read.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/jsonp", "rubbish", "",
			"application/xml" })
	void whenBodyIsOfOtherTypeThenBadRequest(String type) {
		Reply reply = this.wire.exchange("POST /login", json("ada", Workspace.PASSWORD), "Content-Type: " + type);
		assertThat(reply.status()).isEqualTo(400);
	}

	/**
	 * K1: parameters of the type are no obstacle.
	 */
	@Test
	void whenTypeHasParametersThenRead() {
		Reply reply = this.wire.exchange("POST /login", json("ada", Workspace.PASSWORD),
				"Content-Type: Application/JSON; charset=utf-8", "Accept: text/html");
		assertThat(reply.status()).isEqualTo(200);
	}

	/**
	 * K2: only the login itself is open.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "GET /login", "HEAD /login", "PUT /login", "DELETE /login", "OPTIONS /login",
			"POST /login/", "POST /LOGIN", "POST /login/x" })
	void whenItIsNotTheLoginThenGuarded(String request) {
		assertThat(this.wire.json(request, json("ada", Workspace.PASSWORD)).status()).isEqualTo(401);
	}

	/**
	 * F2: credentials that come with the login are not read.
	 */
	@Test
	void whenCredentialsComeWithLoginThenNotRead() {
		Reply reply = this.wire.json("POST /login", json("ada", Workspace.PASSWORD), "Authorization: Bearer x");
		assertThat(reply.status()).isEqualTo(200);
	}

	/**
	 * O9: the audit knows why.
	 */
	@Test
	void whenLoginIsRefusedThenAuditedWithReason() {
		List.of("nobody", "ada", "eve")
			.forEach((name) -> login(name, name.equals("eve") ? Workspace.PASSWORD : "wrong"));
		assertThat(this.recorder.takeAll(CredentialRejected.class)).extracting(CredentialRejected::reason)
			.containsExactly(RejectionReason.UNKNOWN, RejectionReason.WRONG_PASSWORD, RejectionReason.DISABLED);
	}

	private Reply login(String name, String password) {
		return this.wire.json("POST /login", json(name, password));
	}

	private static String json(String name, String password) {
		return "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
	}

	private static String bearer(Reply login) {
		Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(login.body());
		assertThat(token.find()).isTrue();
		return "Authorization: Bearer " + token.group(1);
	}

}
