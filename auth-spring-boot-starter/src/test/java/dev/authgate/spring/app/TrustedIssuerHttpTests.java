package dev.authgate.spring.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthUser;
import dev.authgate.RejectionReason;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens of another issuer over a real connection, in an application that has no other
 * authenticator.
 */
@ExtendWith(OutputCaptureExtension.class)
class TrustedIssuerHttpTests {

	private static final TestIssuerKey KEY = TestIssuerKey.ec("k1");

	private static final TestIssuer ISSUER = TestIssuer.start(KEY);

	private static final TestApp APP = app(ISSUER.issuer());

	@BeforeAll
	static void start() {
		APP.start();
	}

	@AfterAll
	static void stop() {
		APP.close();
		ISSUER.close();
	}

	@BeforeEach
	void forget() {
		APP.bean(Audit.class).events.clear();
	}

	/** E7. */
	@Test
	void whenTokenIsGoodThenUserIsWritten() {
		assertThat(get(APP, "/api/user", token("\"huginn\"", ",\"scope\":\"threads:read\",\"team\":\"blue\"")).body())
			.isEqualTo("{\"id\":\"huginn\",\"data\":{\"team\":\"blue\"},\"permissions\":[\"threads:read\"]}");
	}

	/** C5, C12. */
	@Test
	void whenPermissionOrRoleIsMissingThenForbidden() {
		String token = token("\"huginn\"", ",\"scope\":\"\",\"realm_access\":{\"roles\":[\"editor\"]}");
		assertThat(get(APP, "/api/threads", token).status()).isEqualTo(403);
		assertThat(get(APP, "/api/editor", token).status()).isEqualTo(200);
		assertThat(get(APP, "/api/editor", token("\"huginn\"", ",\"scope\":\"\"")).status()).isEqualTo(403);
	}

	/**
	 * E1, E2, E3, E4, E5, E6, E8, E9, E11, E12, E16: every other token has one answer,
	 * and the audit log a reason of its own.
	 */
	@ParameterizedTest
	@MethodSource
	void whenTokenIsBadThenOneAnswerAndItsReason(RejectionReason reason, String token) {
		RawResponse response = get(APP, "/api/user", token);
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.body()).contains("\"code\":\"invalid_credentials\"").doesNotContain(reason.name());
		assertThat(APP.bean(Audit.class).events).singleElement()
			.extracting(CredentialRejected::reason)
			.isEqualTo(reason);
	}

	static Stream<Object[]> whenTokenIsBadThenOneAnswerAndItsReason() {
		String good = claims("\"huginn\"", ",\"scope\":\"\"");
		return Stream.of(new Object[] { RejectionReason.EXPIRED, KEY.token(good.replace("99999999999", "1")) },
				new Object[] { RejectionReason.BAD_SIGNATURE, TestIssuerKey.ec("k1").token(good) },
				new Object[] { RejectionReason.WRONG_ISSUER, KEY.token(good.replace("http:", "https:")) },
				new Object[] { RejectionReason.WRONG_AUDIENCE, KEY.token(good.replace("\"api\"", "\"other\"")) },
				new Object[] { RejectionReason.MISSING_SUBJECT, KEY.token(good.replace("\"sub\"", "\"x\"")) },
				new Object[] { RejectionReason.MISSING_SUBJECT, token("42", ",\"scope\":\"\"") },
				new Object[] { RejectionReason.MISSING_PERMISSIONS, token("\"huginn\"", "") },
				new Object[] { RejectionReason.MALFORMED_PERMISSIONS, token("\"huginn\"", ",\"scope\":7") },
				new Object[] { RejectionReason.WRONG_ALGORITHM, KEY.token("{\"alg\":\"none\"}", good) },
				new Object[] { RejectionReason.WRONG_ALGORITHM, KEY.token("{\"alg\":\"HS256\"}", good) },
				new Object[] { RejectionReason.UNKNOWN_KEY_ID, TestIssuerKey.ec("k9").token(good) },
				new Object[] { RejectionReason.INVALID_CLAIMS, KEY.token(good.replace("\"exp\"", "\"x\"")) },
				new Object[] { RejectionReason.NOT_YET_VALID, token("\"huginn\"", ",\"nbf\":99999999998") });
	}

	/** E13, E10: an issuer that is down keeps nobody from starting. */
	@Test
	void whenIssuerIsDownAtStartThenUnavailableUntilItIsUp(CapturedOutput output) {
		TestIssuer down = TestIssuer.start();
		down.close();
		try (TestApp app = app(down.issuer()).start()) {
			String token = KEY.token(claims("\"huginn\"", ",\"scope\":\"\"").replace(ISSUER.issuer(), down.issuer()));
			RawResponse response = get(app, "/api/user", token);
			assertThat(response.status()).isEqualTo(503);
			assertThat(response.body()).contains("\"code\":\"unavailable\"");
			assertThat(response.header("Retry-After")).isNotEmpty();
			assertThat(output).contains("The keys of the issuer 'main' could not be fetched: " + down.issuer());
			try (TestIssuer up = TestIssuer.startAt(down.port(), KEY)) {
				app.bean(DrivenClock.class).pass(Duration.ofSeconds(1));
				assertThat(get(app, "/api/user", token).status()).isEqualTo(200);
				assertThat(up.keyRequests()).isEqualTo(1);
			}
			assertThat(get(app, "/api/user", token).status()).isEqualTo(200);
		}
	}

	/** Tokens of the application and keys go on as before beside those of an issuer. */
	@Test
	void whenApplicationIssuesTokensAsWellThenEachIsTaken() {
		TestApp both = app(ISSUER.issuer()).tokens()
			.key(0, TestApp.READER, "reader", "threads:read")
			.with("authgate.default-authenticator=api-key, jwt", "authgate.jwt.trusted-issuers[0].user-id-prefix=idp:");
		try (TestApp app = both.start()) {
			String own = app.bean(JwtIssuer.class).issue(AuthUser.of("huginn"));
			assertThat(get(app, "/api/user", own).body()).contains("\"id\":\"huginn\"");
			assertThat(app.getAs(TestApp.READER, "/api/threads").status()).isEqualTo(200);
			assertThat(get(app, "/api/user", token("\"huginn\"", ",\"scope\":\"\"")).body())
				.contains("\"id\":\"idp:huginn\"");
		}
	}

	/** E8: who only knows users must not be able to sign as us. */
	@Test
	void whenNothingSignsThenThereIsNoIssuerOfOurs() {
		assertThat(APP.has(JwtAuthenticator.class)).isTrue();
		assertThat(APP.has(JwtIssuer.class)).isFalse();
	}

	private static TestApp app(String issuer) {
		String prefix = "authgate.jwt.trusted-issuers[0].";
		return TestApp.bare(Application.class)
			.with(prefix + "name=main", prefix + "issuer=" + issuer, prefix + "audiences=api",
					prefix + "claims.permissions=scope", prefix + "claims.role=realm_access.roles");
	}

	private static RawResponse get(TestApp app, String path, String token) {
		return app.get(path, "Authorization: Bearer " + token);
	}

	private static String token(String subject, String more) {
		return KEY.token(claims(subject, more));
	}

	private static String claims(String subject, String more) {
		return "{\"iss\":\"" + ISSUER.issuer() + "\",\"sub\":" + subject + ",\"aud\":[\"api\"],\"exp\":99999999999"
				+ more + "}";
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Handlers.class, Audit.class })
	static class Application {

		@Bean
		DrivenClock clock() {
			return new DrivenClock();
		}

	}

	static final class Audit {

		private final List<CredentialRejected> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(CredentialRejected event) {
			this.events.add(event);
		}

	}

	static final class DrivenClock extends Clock {

		private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000));

		void pass(Duration time) {
			this.now.updateAndGet((instant) -> instant.plus(time));
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now.get();
		}

	}

	@RestController
	static class Handlers {

		@GetMapping("/api/user")
		AuthUser user(AuthUser user) {
			return user;
		}

		@RequirePermission("threads:read")
		@GetMapping("/api/threads")
		String threads() {
			return "threads";
		}

		@RequireRole("editor")
		@GetMapping("/api/editor")
		String editor() {
			return "editor";
		}

	}

}
