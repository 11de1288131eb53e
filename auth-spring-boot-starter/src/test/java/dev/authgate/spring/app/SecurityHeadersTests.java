package dev.authgate.spring.app;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O1: the security headers of every answer.
 */
@WorkspaceTest
class SecurityHeadersTests {

	@LocalServerPort
	private int port;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = Wire.to(this.port);
	}

	/**
	 * O1: whatever the answer is.
	 */
	@ParameterizedTest
	@CsvSource({ "GET /api/user, 200", "HEAD /api/user, 200", "GET /api/admin, 403", "GET /api/none, 404",
			"POST /api/user, 405", "GET /api//user, 400", "GET /open/fail/boom, 500", "GET /api/headers/redirect, 302",
			"GET /open/page.html, 200", "GET /open/style.css, 200", "GET /api/callable, 200", "GET /api/deferred, 200",
			"GET /api/sse, 200", "GET /api/stream, 200", "GET /open/fail/callable, 403",
			"GET /open/fail/deferred, 403" })
	void whenAnsweredThenEachHeaderOnce(String request, int status) {
		Reply reply = this.wire.send(request, Workspace.HEADER_1);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.headers("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(reply.headers("X-Frame-Options")).containsExactly("DENY");
		assertThat(reply.headers("Cache-Control")).containsExactly("no-store");
		assertThat(reply.headers("Strict-Transport-Security")).isEmpty();
	}

	/**
	 * O1: also on 401 and on pre-flight requests.
	 */
	@Test
	void whenNobodyIsKnownThenEachHeaderOnce() {
		Reply refused = this.wire.send("GET /api/user");
		Reply preFlight = this.wire.send("OPTIONS /api/shared", "Origin: https://app.example.com",
				"Access-Control-Request-Method: GET");
		assertThat(refused.headers("X-Frame-Options")).containsExactly("DENY");
		assertThat(preFlight.headers("X-Frame-Options")).containsExactly("DENY");
		assertThat(preFlight.headers("Cache-Control")).containsExactly("no-store");
	}

	/**
	 * O1: what a handler sets is kept and stands alone.
	 */
	@ParameterizedTest
	@CsvSource({ "set, max-age=60", "entity, max-age=60" })
	void whenHandlerSetsValueThenItStandsAlone(String path, String cacheControl) {
		Reply reply = this.wire.send("GET /api/headers/" + path, Workspace.HEADER_1);
		assertThat(reply.headers("X-Frame-Options")).containsExactly("SAMEORIGIN");
		assertThat(reply.headers("Cache-Control")).containsExactly(cacheControl);
		assertThat(reply.headers("X-Content-Type-Options")).containsExactly("nosniff");
	}

	/**
	 * O1: what a handler adds takes our value's place, and more can be added to it.
	 */
	@Test
	void whenHandlerAddsValuesThenOnlyItsOwnStand() {
		Reply reply = this.wire.send("GET /api/headers/add", Workspace.HEADER_1);
		assertThat(reply.headers("X-Frame-Options")).containsExactly("SAMEORIGIN");
		assertThat(reply.headers("Cache-Control")).containsExactly("private", "max-age=60");
	}

	/**
	 * O1: a response that is reset has our values again.
	 */
	@Test
	void whenHandlerResetsThenOursAreBack() {
		Reply reply = this.wire.send("GET /api/headers/reset", Workspace.HEADER_1);
		assertThat(reply.headers("X-Frame-Options")).containsExactly("DENY");
		assertThat(reply.headers("Cache-Control")).containsExactly("no-store");
	}

	/**
	 * O1: a later dispatch of the same request does not undo what the handler set.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/api/headers/async", "/api/headers/error" })
	void whenRequestIsDispatchedAgainThenHandlersValueIsKept(String path) {
		Reply reply = this.wire.send("GET " + path, Workspace.HEADER_1);
		assertThat(reply.headers("X-Frame-Options")).containsExactly("SAMEORIGIN");
		assertThat(reply.headers("Cache-Control")).containsExactly("no-store");
	}

	/**
	 * O1: the policy of contents is for pages alone.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/headers/html, 1", "/open/page.html, 1", "/api/user, 0", "/open/style.css, 0" })
	void whenAnswerIsPageThenPolicyOfContents(String path, int times) {
		assertThat(this.wire.send("GET " + path, Workspace.HEADER_1).headers("Content-Security-Policy")).hasSize(times);
	}

	/**
	 * O1: the page of an error is a page.
	 */
	@Test
	void whenErrorIsPageThenPolicyOfContents() {
		Reply reply = this.wire.send("GET /open/fail/boom", "Accept: text/html");
		assertThat(reply.status()).isEqualTo(500);
		assertThat(reply.headers("Content-Security-Policy")).hasSize(1);
	}

	/**
	 * O1: a handler's own policy stands alone.
	 */
	@Test
	void whenHandlerHasOwnPolicyThenItStandsAlone() {
		assertThat(this.wire.send("GET /api/headers/own-policy", Workspace.HEADER_1).headers("Content-Security-Policy"))
			.containsExactly("default-src 'none'");
	}

}
