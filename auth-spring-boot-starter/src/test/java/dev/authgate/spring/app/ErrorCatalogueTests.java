package dev.authgate.spring.app;

import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The closed catalogue of errors as clients see it: exact bodies, statuses and
 * challenges.
 */
@WorkspaceTest
class ErrorCatalogueTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JwtIssuer issuer;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = Wire.to(this.port);
	}

	/**
	 * F1, F14, B12, O2: no key is a missing credential, with a challenge for tokens only.
	 */
	@Test
	void whenCredentialsAreMissingThenBodyAndChallengeAreExact() {
		Reply reply = this.wire.send("GET /api/user");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
				+ "\"detail\":\"Credentials are required.\",\"code\":\"missing_credentials\"}");
		assertThat(reply.headers("Content-Type")).containsExactly("application/problem+json");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer");
	}

	/**
	 * F1: a wrong key is an invalid credential.
	 */
	@Test
	void whenKeyIsWrongThenBodyIsExact() {
		Reply reply = this.wire.send("GET /api/user", "X-API-Key: wrong");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
				+ "\"detail\":\"The credentials are invalid or expired.\",\"code\":\"invalid_credentials\"}");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer");
	}

	/**
	 * F14: a route that takes keys alone has no challenge.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "X-API-Key: wrong", "X-API-Key: one two", "X-Other: none", "Authorization: Bearer x.y.z",
			"Authorization: Basic eDp5" })
	void whenRouteTakesKeysAloneThenNoChallenge(String header) {
		Reply reply = this.wire.send("GET /api/key-only", header);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.headers("WWW-Authenticate")).isEmpty();
	}

	/**
	 * B12: a wrong token is told so in the challenge (RFC 6750 section 3.1).
	 */
	@Test
	void whenTokenIsWrongThenChallengeSaysInvalidToken() {
		Reply reply = this.wire.send("GET /api/user", "Authorization: Bearer " + token() + "x");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("\"code\":\"invalid_credentials\"");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
	}

	/**
	 * B2, B9, B11: what cannot be read is malformed.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Authorization: Bearer", "Authorization: Bearer a b", "Authorization: Bearer\ttoken",
			"Authorization: Bearer é", "Authorization: plain_token", "Authorization: Bearer " })
	void whenTokenIsMalformedThenChallengeSaysInvalidRequest(String header) {
		Reply reply = this.wire.send("GET /api/token-only", header);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
				+ "\"detail\":\"The credentials are malformed.\",\"code\":\"malformed_credentials\"}");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_request\"");
	}

	/**
	 * B3, B4, H3: a scheme that no authenticator of the route claims is rejected, not
	 * missing, and no error of bearer tokens.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Authorization: Basic eDp5", "Authorization: non-bearer-scheme token",
			"Authorization: Digest x" })
	void whenSchemeIsUnclaimedThenRejectedWithPlainChallenge(String header) {
		Reply reply = this.wire.send("GET /api/user", header);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("\"code\":\"malformed_credentials\"");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer");
	}

	/**
	 * G7: a wrong credential outranks a missing one, whichever authenticator comes first.
	 */
	@Test
	void whenFirstIsMissingAndSecondWrongThenAnswerIsAboutWrongOne() {
		assertThat(this.wire.send("GET /api/user", "Authorization: Bearer x.y.z").body())
			.doesNotContain("missing_credentials");
		assertThat(this.wire.send("GET /api/user", "X-API-Key: wrong").body()).contains("invalid_credentials");
	}

	/**
	 * C5: a known caller learns exactly the missing permissions, sorted, and there is no
	 * challenge for a key.
	 */
	@Test
	void whenKeyLacksPermissionsThenBodyNamesThemSorted() {
		Reply reply = this.wire.send("GET /api/everything", Workspace.HEADER_1);
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
				+ "\"detail\":\"Insufficient permissions.\",\"code\":\"insufficient_permissions\","
				+ "\"missing\":[\"agents:read\",\"files:write\"]}");
		assertThat(reply.headers("WWW-Authenticate")).isEmpty();
	}

	/**
	 * C5, J2: a token that lacks permissions gets a challenge with the missing ones in
	 * required order.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/api/everything", "/api/token-everything" })
	void whenTokenLacksPermissionsThenChallengeHasScope(String path) {
		Reply reply = this.wire.send("GET " + path, "Authorization: Bearer " + token());
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.body()).contains("\"missing\":[\"agents:read\",\"files:write\"]");
		assertThat(reply.headers("WWW-Authenticate"))
			.containsExactly("Bearer error=\"insufficient_scope\", scope=\"files:write agents:read\"");
	}

	/**
	 * J2: the same where a bean requires the permissions.
	 */
	@Test
	void whenBeanRequiresWhatTokenLacksThenChallengeHasScope() {
		Reply reply = this.wire.send("GET /api/fail/bean", "Authorization: Bearer " + token());
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.body()).contains("\"missing\":[\"vault:look\",\"vault:open\"]");
		assertThat(reply.headers("WWW-Authenticate"))
			.containsExactly("Bearer error=\"insufficient_scope\", scope=\"vault:open vault:look\"");
	}

	/**
	 * J6: a missing role is named to nobody.
	 */
	@Test
	void whenRoleIsMissingThenForbiddenWithoutNamingIt() {
		Reply reply = this.wire.send("GET /api/admin", Workspace.HEADER_1);
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
				+ "\"detail\":\"Insufficient permissions.\",\"code\":\"insufficient_permissions\"}");
	}

	/**
	 * C12: who is not known learns nothing about permissions.
	 */
	@ParameterizedTest
	@ValueSource(
			strings = { "GET /api/everything", "GET /api/admin", "GET /open/fail/bean", "GET /open/fail/role-bean" })
	void whenCallerIsAnonymousThenNoPermissionIsNamed(String request) {
		Reply reply = this.wire.send(request);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("missing_credentials").doesNotContain(":write", ":read", "vault", "admin");
		assertThat(String.join("\n", reply.head())).doesNotContain("scope", "insufficient");
	}

	/**
	 * G13: who calls is decided before the body is read.
	 */
	@Test
	void whenBodyIsBrokenAndKeyIsMissingThenUnauthorized() {
		assertThat(this.wire.json("POST /api/threads", "{broken").status()).isEqualTo(401);
		assertThat(this.wire.json("POST /api/threads", "{broken", Workspace.HEADER_1).status()).isEqualTo(400);
	}

	/**
	 * G15: HEAD is guarded like GET and refused without a body.
	 */
	@Test
	void whenMethodIsHeadThenRefusedWithoutBody() {
		Reply reply = this.wire.send("HEAD /api/threads");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).isEmpty();
		assertThat(this.wire.send("HEAD /api/threads", Workspace.HEADER_1).status()).isEqualTo(200);
		assertThat(this.wire.send("HEAD /api/threads", Workspace.HEADER_2).status()).isEqualTo(403);
	}

	/**
	 * O13: waiting is asked for with the statuses that mean it.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/open/fail/too-many", "/open/fail/unavailable", "/open/fail/service" })
	void whenAnswerIsTemporaryThenRetryAfter(String path) {
		Reply reply = this.wire.send("GET " + path);
		assertThat(reply.status()).isIn(429, 503);
		assertThat(reply.headers("Retry-After")).isEqualTo(List.of("5"));
	}

	/**
	 * B10: what an authentication service says of itself is told to nobody.
	 */
	@Test
	void whenAuthenticationServiceFailsThenFixedText() {
		assertThat(this.wire.send("GET /open/fail/service").body())
			.isEqualTo("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
					+ "\"detail\":\"Authentication is temporarily unavailable.\",\"code\":\"unavailable\"}");
	}

	/**
	 * A refusal that the firewall makes has the same form.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "GET /api//user", "GET /api/user;x=1", "GET /api/%2e%2e/user" })
	void whenFirewallRejectsThenBadRequestInOurForm(String request) {
		Reply reply = this.wire.send(request, Workspace.HEADER_1);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
				+ "\"detail\":\"The request is malformed.\",\"code\":\"bad_request\"}");
	}

	/**
	 * A type of content that Spring cannot read would be an error of the server, on every
	 * route.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "*", "*/*", "text/*", "application/*+json", "*;charset=UTF-8" })
	void whenContentIsOfAnyTypeThenBadRequest(String type) {
		assertThat(this.wire.send("GET /api/user", Workspace.HEADER_1, "Content-Type: " + type).status())
			.isEqualTo(400);
		assertThat(this.wire.exchange("POST /login", "x", "Content-Type: " + type).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "text/html;title*=UTF-8''x", "multipart/form-data; boundary=\"a/*b\"" })
	void whenContentTypeIsOddThenAnswered(String type) {
		assertThat(this.wire.send("GET /api/user", Workspace.HEADER_1, "Content-Type: " + type).status())
			.isEqualTo(200);
	}

	private String token() {
		return this.issuer.issue(AuthUser.of("tina", "threads:read"));
	}

}
