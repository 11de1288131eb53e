package dev.authgate.spring.app;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Refusals that handlers and beans throw.
 */
@WorkspaceTest
class AuthExceptionTests {

	@LocalServerPort
	private int port;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = Wire.to(this.port);
	}

	/**
	 * O13, F24: by default it is 401 and {@code Unauthorized}, with the route's
	 * challenges.
	 */
	@Test
	void whenThrownByDefaultThenUnauthorized() {
		Reply reply = this.wire.send("GET /api/fail/default", Workspace.HEADER_1);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
				+ "\"detail\":\"Unauthorized\",\"code\":\"invalid_credentials\"}");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer");
	}

	/**
	 * O13: a public route accepts no scheme, so it has no challenge.
	 */
	@Test
	void whenRouteIsPublicThenNoChallenge() {
		Reply reply = this.wire.send("GET /open/fail/default");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.headers("WWW-Authenticate")).isEmpty();
	}

	/**
	 * O13: its own message and status.
	 */
	@ParameterizedTest
	@CsvSource({ "message, 401, Missing authorization header", "too-many, 429, Slow down", "unavailable, 503, Later",
			"wrapped, 403, inner", "callable, 403, from a callable", "deferred, 403, from a deferred result",
			"stream, 403, from a stream" })
	void whenThrownWithMessageThenAnsweredWithIt(String path, int status, String detail) {
		Reply reply = this.wire.send("GET /open/fail/" + path);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).contains("\"detail\":\"" + detail + "\"");
		assertThat(reply.headers("Content-Type")).containsExactly("application/problem+json");
	}

	/**
	 * O13: whatever the message is, the body is JSON in ASCII.
	 */
	@Test
	void whenMessageHasSpecialCharactersThenEscaped() {
		assertThat(this.wire.send("GET /open/fail/forbidden").body())
			.contains("\"detail\":\"Not \\\"yours\\\" \\u00e9\\u000a\"");
	}

	/**
	 * O13: text that was begun is replaced, not an error of the server.
	 */
	@Test
	void whenTextWasBegunThenReplaced() {
		Reply reply = this.wire.send("GET /open/fail/writer");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(String.join("\n", reply.head())).contains("application/problem+json");
		assertThat(reply.body()).doesNotContain("begun");
	}

	/**
	 * O13: no cache keeps a refusal, whatever the handler was about to allow.
	 */
	@Test
	void whenHandlerAllowedCachesThenRefusalIsNotStored() {
		assertThat(this.wire.send("GET /open/fail/cached").headers("Cache-Control")).containsExactly("no-store");
	}

	/**
	 * O13: an answer that is under way is left alone.
	 */
	@Test
	void whenAnswerIsUnderWayThenNothingIsAdded() {
		Reply reply = this.wire.send("GET /open/fail/committed");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body()).startsWith("begun").doesNotContain("too late", "403");
	}

	/**
	 * Errors of handlers stay what they are, for whoever calls.
	 */
	@Test
	void whenPublicHandlerFailsThenServerError() {
		Reply reply = this.wire.send("GET /open/fail/boom", "Accept: application/json");
		assertThat(reply.status()).isEqualTo(500);
		assertThat(reply.body()).contains("\"path\":\"/open/fail/boom\"").doesNotContain("boom\",\"trace");
	}

	/**
	 * Spring Security's exceptions are answered the same way.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/fail/authentication, 401, invalid_credentials", "/api/fail/access, 403, access_denied" })
	void whenSpringSecurityDeniesKnownCallerThenCatalogue(String path, int status, String code) {
		Reply reply = this.wire.send("GET " + path, Workspace.HEADER_1);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).contains("\"code\":\"" + code + "\"");
	}

	/**
	 * C12: an anonymous caller is asked for credentials, not told of a denial.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/open/fail/access", "/open/fail/bean", "/open/fail/role-bean" })
	void whenAnonymousCallerIsDeniedThenUnauthorized(String path) {
		Reply reply = this.wire.send("GET " + path);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("\"code\":\"missing_credentials\"");
	}

}
