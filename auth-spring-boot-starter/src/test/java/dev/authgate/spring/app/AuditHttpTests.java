package dev.authgate.spring.app;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent;
import dev.authgate.AuthEventListener;
import dev.authgate.TokenAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.audit.InMemoryAuditEventRepository;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * F50, O9: what is audited of requests over a real connection.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuditHttpTests {

	private static final String PASSWORD = "a-password-nobody-sees";

	@Test
	void whenCallerIsKnownThenAuthenticated() {
		try (TestApp app = app().start()) {
			app.getAs(TestApp.READER, "/api/user");
			AuditEvent event = only(app, "AUTHGATE_AUTHENTICATED");
			assertThat(event.getPrincipal()).isEqualTo("reader");
			assertThat(event.getData()).contains(entry("authenticator", "api-key"), entry("method", "GET"),
					entry("path", "/api/user"), entry("address", "127.0.0.1"));
			assertThat(event.getData()).containsKey("credential");
			assertThat(events(app)).hasSize(1);
		}
	}

	@Test
	void whenAuthenticationsAreSwitchedOffThenNotAudited() {
		try (TestApp app = app().with("authgate.audit.authentications=false").start()) {
			app.getAs(TestApp.READER, "/api/user");
			assertThat(events(app)).isEmpty();
		}
	}

	/** O9: with reason and name, and not told twice by Spring Boot's own listener. */
	@Test
	void whenPasswordIsWrongThenRejectedWithReasonAndName() {
		try (TestApp app = app().start()) {
			app.get("/by-password", basic("ada", "wrong"));
			AuditEvent event = only(app, "AUTHGATE_CREDENTIAL_REJECTED");
			assertThat(event.getPrincipal()).isEqualTo("ada");
			assertThat(event.getData()).containsOnly(entry("authenticator", "basic"), entry("reason", "WRONG_PASSWORD"),
					entry("method", "GET"), entry("path", "/by-password"), entry("address", "127.0.0.1"));
			assertThat(only(app, "AUTHGATE_ACCESS_REFUSED").getData()).containsEntry("code", "invalid_credentials");
			assertThat(events(app)).hasSize(2);
		}
	}

	/** O9. */
	@Test
	void whenCredentialsAreMissingThenRefused() {
		try (TestApp app = app().start()) {
			app.get("/api/user");
			AuditEvent event = only(app, "AUTHGATE_ACCESS_REFUSED");
			assertThat(event.getPrincipal()).isEqualTo("unknown");
			assertThat(event.getData()).containsEntry("code", "missing_credentials");
			assertThat(events(app)).hasSize(1);
		}
	}

	/** O9. */
	@Test
	void whenPermissionIsMissingThenRefusedWithUser() {
		try (TestApp app = app().route(0, "paths=/api/**", "permissions=threads:delete").start()) {
			app.getAs(TestApp.READER, "/api/user");
			AuditEvent event = only(app, "AUTHGATE_ACCESS_REFUSED");
			assertThat(event.getPrincipal()).isEqualTo("reader");
			assertThat(event.getData()).containsEntry("code", "insufficient_permissions");
		}
	}

	/** O9. */
	@Test
	void whenAttemptsAreTooManyThenThrottled() {
		try (TestApp app = app().with("authgate.users.throttle.account-and-address=1/1h").start()) {
			app.get("/by-password", basic("ada", "wrong"));
			app.get("/by-password", basic("ada", PASSWORD));
			assertThat(only(app, "AUTHGATE_THROTTLED").getPrincipal()).isEqualTo("ada");
			assertThat(only(app, "AUTHGATE_THROTTLED").getData()).containsEntry("reason", "THROTTLED");
		}
	}

	@Test
	void whenAccountOrTokenChangesThenAudited() {
		try (TestApp app = app().start()) {
			AuthEventListener listener = app.bean(AuthEventListener.class);
			listener.onEvent(new AuthEvent.AccountChanged(AccountAction.DISABLED, "ada", "root", "192.0.2.7"));
			listener.onEvent(new AuthEvent.AccountChanged(AccountAction.LOGGED_IN, "ada", "ada", "192.0.2.7"));
			listener.onEvent(new AuthEvent.TokenChanged(TokenAction.REUSED, "ada", "a-session", "192.0.2.7"));
			listener.onEvent(new AuthEvent.PermissionsDropped("jwt", "ada", List.of("x:y", "z:w")));
			listener.onEvent(new AuthEvent.IssuerUnavailable("partner", "timeout"));
			assertThat(only(app, "AUTHGATE_ACCOUNT_DISABLED").getData()).containsOnly(entry("actor", "root"),
					entry("address", "192.0.2.7"));
			assertThat(only(app, "AUTHGATE_ACCOUNT_LOGGED_IN").getPrincipal()).isEqualTo("ada");
			assertThat(only(app, "AUTHGATE_TOKEN_REUSED").getData()).containsOnly(entry("id", "a-session"),
					entry("address", "192.0.2.7"));
			assertThat(only(app, "AUTHGATE_PERMISSIONS_DROPPED").getData()).containsEntry("permissions", "x:y z:w");
			assertThat(only(app, "AUTHGATE_ISSUER_UNAVAILABLE").getData()).containsEntry("problem", "timeout");
		}
	}

	@Test
	void whenNobodyKeepsEventsThenNoneForKnownCallers() {
		try (TestApp app = TestApp.serving(UserHandlers.class, Listener.class).start()) {
			assertThat(app.getAs(TestApp.READER, "/api/user").status()).isEqualTo(200);
			assertThat(app.bean(Listener.class).events).isEmpty();
			app.get("/api/user");
			assertThat(app.bean(Listener.class).events).extracting((event) -> event.getAuditEvent().getType())
				.containsExactly("AUTHGATE_ACCESS_REFUSED");
		}
	}

	@Test
	void whenAuditIsSwitchedOffThenNothingIsPublished() {
		try (TestApp app = app().with("management.auditevents.enabled=false").start()) {
			app.get("/api/user");
			assertThat(events(app)).isEmpty();
		}
	}

	@Test
	void whenStoreIsDatabaseThenKeptThere() {
		try (TestApp app = TestApp.serving(UserHandlers.class)
			.with("authgate.audit.store=jdbc", "spring.datasource.generate-unique-name=true")
			.start()) {
			app.get("/api/user");
			assertThat(events(app)).extracting(AuditEvent::getType).containsExactly("AUTHGATE_ACCESS_REFUSED");
		}
	}

	/** O8: a line of the log is a line, whatever a client sends. */
	@ParameterizedTest
	@ValueSource(strings = { "\r\nFORGED", "\nFORGED", "\u001b[2J", "\u2028FORGED", "\u0085FORGED", "\u202eFORGED" })
	void whenClientSendsLineEndsThenLogIsNotForged(String hostile, CapturedOutput output) {
		try (TestApp app = app().with("logging.level.dev.authgate.audit=debug", "authgate.login.token=true")
			.tokens()
			.with("authgate.default-authenticator=api-key")
			.start()) {
			String escaped = hostile.codePoints()
				.mapToObj((c) -> String.format("\\u%04x", c))
				.reduce("", String::concat);
			app.client()
				.post("/login", "{\"username\":\"ada" + escaped + "\",\"password\":\"" + PASSWORD + "x\"}",
						"Content-Type: application/json");
			AuditEvent event = only(app, "AUTHGATE_CREDENTIAL_REJECTED");
			assertThat(event.getPrincipal()).startsWith("ada?").doesNotContain(hostile.substring(0, 1));
			assertThat(output.getAll()).contains("claimed=ada?").doesNotContain("ada" + hostile);
			assertThat(output.getAll().lines()).noneMatch((line) -> line.startsWith("FORGED"));
		}
	}

	/** O8: the secret is in no event and in no line. */
	@Test
	void whenCredentialsAreSentThenSecretIsNowhere(CapturedOutput output) {
		try (TestApp app = app().with("logging.level.root=debug").start()) {
			app.get("/by-password", basic("ada", PASSWORD));
			app.get("/by-password", basic("eve", PASSWORD));
			app.getAs(TestApp.READER, "/api/user");
			app.getAs(TestApp.READER + "x", "/api/user");
			assertThat(events(app)).asString().doesNotContain(PASSWORD).doesNotContain(TestApp.READER);
			assertThat(output.getAll()).doesNotContain(PASSWORD)
				.doesNotContain(
						Base64.getEncoder().encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
		}
	}

	private static TestApp app() {
		return TestApp.serving(UserHandlers.class, BasicHttpTests.ByPassword.class, Kept.class)
			.with("authgate.default-authenticator=api-key", "authgate.users.accounts[0].username=ada",
					"authgate.users.accounts[0].password={plain}" + PASSWORD)
			.and(ThrottledApp.Parts.class);
	}

	private static String basic(String name, String password) {
		return "Authorization: Basic "
				+ Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	private static List<AuditEvent> events(TestApp app) {
		return app.bean(AuditEventRepository.class).find(null, null, null);
	}

	private static AuditEvent only(TestApp app, String type) {
		List<AuditEvent> found = app.bean(AuditEventRepository.class).find(null, null, type);
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	/**
	 * Keeps events in memory.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Kept {

		@Bean
		AuditEventRepository repository() {
			return new InMemoryAuditEventRepository();
		}

	}

	/**
	 * Listens without keeping.
	 */
	static class Listener {

		private final List<AuditApplicationEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void onEvent(AuditApplicationEvent event) {
			this.events.add(event);
		}

	}

}
