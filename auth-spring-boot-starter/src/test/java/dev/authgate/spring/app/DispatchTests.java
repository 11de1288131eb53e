package dev.authgate.spring.app;

import java.util.List;

import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthUser;
import dev.authgate.RejectionReason;
import dev.authgate.jwt.JwtIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What handlers and listeners see of the caller, however the request is dispatched.
 */
@WorkspaceTest
class DispatchTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Workspace.Recorder recorder;

	@Autowired
	private JwtIssuer issuer;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = Wire.to(this.port);
		this.recorder.clear();
	}

	/**
	 * The caller is known in every kind of asynchronous handler.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/callable, client_1", "/api/stream, client_1", "/api/deferred, deferred",
			"/api/sse, 'data:event\n\n'" })
	void whenHandlerIsAsynchronousThenCallerIsKept(String path, String body) {
		Reply reply = this.wire.send("GET " + path, Workspace.HEADER_1);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body()).isEqualTo(body);
	}

	/**
	 * The servlet's own methods tell of the caller, and no session is made.
	 */
	@Test
	void whenServletIsAskedThenItKnowsCaller() {
		Reply reply = this.wire.send("GET /api/servlet-user", Workspace.HEADER_2);
		assertThat(reply.body()).isEqualTo("[\"client_2\",\"client_2\",\"admin true\",\"ROLE_admin true\","
				+ "\"other false\",\"client_2\",\"session false\"]");
		assertThat(reply.headers("Set-Cookie")).isEmpty();
	}

	/**
	 * The thread that served one caller does not know it for the next.
	 */
	@Test
	void whenRequestIsOverThenContextIsCleared() {
		for (int i = 0; i < 20; i++) {
			this.wire.send("GET /api/user", Workspace.HEADER_1);
			assertThat(this.wire.send("GET /api/optional").body()).isEqualTo("anonymous");
		}
	}

	/**
	 * H1, H2, H3: optional authentication.
	 */
	@Test
	void whenAuthenticationIsOptionalThenAbsentIsAnonymousAndWrongIsRefused() {
		assertThat(this.wire.send("GET /api/optional").body()).isEqualTo("anonymous");
		assertThat(this.wire.send("GET /api/optional", Workspace.HEADER_1).body()).isEqualTo("client_1");
		assertThat(this.wire.send("GET /api/optional", "X-API-Key: wrong").status()).isEqualTo(401);
		assertThat(this.wire.send("GET /api/optional-caller").body()).isEqualTo("nobody");
		assertThat(this.wire.send("GET /api/optional-caller", Workspace.HEADER_1).body()).isEqualTo("api-key");
	}

	/**
	 * Spring Security's own annotations see the caller.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/pre-authorized, 200, 403", "/api/pre-authorized-role, 403, 200" })
	void whenHandlerIsPreAuthorizedThenAuthoritiesCount(String path, int first, int second) {
		assertThat(this.wire.send("GET " + path, Workspace.HEADER_1).status()).isEqualTo(first);
		assertThat(this.wire.send("GET " + path, Workspace.HEADER_2).status()).isEqualTo(second);
	}

	/**
	 * Spring Security's arguments and filters see the caller.
	 */
	@Test
	void whenSpringSecurityInjectsAndFiltersThenCallerIsKnown() {
		assertThat(this.wire.send("GET /api/principal", Workspace.HEADER_1).body()).contains("\"id\":\"client_1\"");
		assertThat(this.wire.send("GET /api/post-filtered", Workspace.HEADER_1).body()).isEqualTo("[\"client_1\"]");
	}

	/**
	 * Spring Security's event of success is published once for each request.
	 */
	@Test
	void whenCallerIsAuthenticatedThenSuccessEvent() {
		this.wire.send("GET /api/callable", Workspace.HEADER_1);
		List<AuthenticationSuccessEvent> events = this.recorder.takeAll(AuthenticationSuccessEvent.class);
		assertThat(events).extracting((event) -> event.getAuthentication().getName()).containsExactly("client_1");
	}

	/**
	 * Spring Security's event of failure is published for a rejected credential, not for
	 * a missing one.
	 */
	@Test
	void whenCredentialIsRejectedThenFailureEvent() {
		this.wire.send("GET /api/user");
		assertThat(this.recorder.takeAll(AbstractAuthenticationFailureEvent.class)).isEmpty();
		this.wire.send("GET /api/user", "X-API-Key: wrong-canary-key");
		assertThat(this.recorder.takeAll(AbstractAuthenticationFailureEvent.class)).hasSize(1)
			.allSatisfy((event) -> assertThat(event.toString() + event.getAuthentication() + event.getException())
				.doesNotContain("canary"));
	}

	/**
	 * O9, F50: each rejection and each refusal is told with its reason.
	 */
	@Test
	void whenCredentialIsRejectedThenAudited() {
		this.wire.send("GET /api/user", "X-API-Key: wrong-canary-key");
		assertThat(this.recorder.takeAll(CredentialRejected.class)).containsExactly(
				new CredentialRejected("api-key", RejectionReason.UNKNOWN, "GET", "/api/user", "127.0.0.1"));
		assertThat(this.recorder.takeAll(AccessRefused.class))
			.containsExactly(new AccessRefused(null, "invalid_credentials", "GET", "/api/user", "127.0.0.1"));
	}

	/**
	 * O9: a rejection is told even where another credential let the caller in.
	 */
	@Test
	void whenAnotherCredentialSucceedsThenRejectionIsStillAudited() {
		String token = this.issuer.issue(AuthUser.of("tina"));
		this.wire.send("GET /api/user", "X-API-Key: wrong", "Authorization: Bearer " + token);
		assertThat(this.recorder.takeAll(CredentialRejected.class)).extracting(CredentialRejected::authenticator)
			.containsExactly("api-key");
		assertThat(this.recorder.takeAll(AccessRefused.class)).isEmpty();
	}

	/**
	 * O9: a refusal names the user who was refused.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/api/everything", "/api/fail/bean" })
	void whenKnownCallerIsRefusedThenAuditedWithUser(String path) {
		this.wire.send("GET " + path, Workspace.HEADER_1);
		assertThat(this.recorder.takeAll(AccessRefused.class))
			.containsExactly(new AccessRefused("client_1", "insufficient_permissions", "GET", path, "127.0.0.1"));
	}

	/**
	 * C4: data that the client sends never becomes the user.
	 */
	@Test
	void whenClientSendsUserThenIgnored() {
		assertThat(this.wire.send("GET /api/user?id=root&user.id=root&permissions=*:*", Workspace.HEADER_2).body())
			.isEqualTo("{\"id\":\"client_2\",\"data\":{},\"permissions\":[]}");
	}

}
