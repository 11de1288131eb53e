package dev.authgate.spring.app;

import java.time.Duration;
import java.util.stream.Stream;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthUser;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestIssuerApp.Audit;
import dev.authgate.spring.app.TestIssuerApp.DrivenClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.authgate.spring.app.TestIssuerApp.get;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens of another issuer over a real connection, in an application that has no other
 * authenticator.
 */
@ExtendWith(OutputCaptureExtension.class)
class TrustedIssuerHttpTests {

	private static final TestIssuerKey KEY = TestIssuerKey.ec("k1");

	private static final TestIssuer ISSUER = TestIssuer.start(KEY);

	private static final String REFUSED = "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
			+ "\"detail\":\"The credentials are invalid or expired.\",\"code\":\"invalid_credentials\"}";

	private static final TestApp APP = TestIssuerApp.of(ISSUER.issuer());

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

	/** J1: scopes are a text with blanks between them, or a list. */
	@ParameterizedTest
	@ValueSource(strings = { "\"openid threads:read\"", "[\"openid\",\"threads:read\"]" })
	void whenScopesAreTextOrListThenGranted(String scope) {
		assertThat(get(APP, "/api/threads", token("\"huginn\"", ",\"scope\":" + scope)).status()).isEqualTo(200);
	}

	/** J2: the challenge names what is missing. */
	@Test
	void whenScopeIsMissingThenChallengeNamesIt() {
		RawResponse response = get(APP, "/api/threads", token("\"huginn\"", ",\"scope\":\"threads:write\""));
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.header("WWW-Authenticate"))
			.containsExactly("Bearer error=\"insufficient_scope\", scope=\"threads:read\"");
	}

	/** C5, C12, J3, J5: roles come from a claim within another. */
	@Test
	void whenPermissionOrRoleIsMissingThenForbidden() {
		String token = token("\"huginn\"", ",\"scope\":\"\",\"realm_access\":{\"roles\":[\"editor\"]}");
		assertThat(get(APP, "/api/threads", token).status()).isEqualTo(403);
		assertThat(get(APP, "/api/editor", token).status()).isEqualTo(200);
		assertThat(get(APP, "/api/editor", token("\"huginn\"", ",\"scope\":\"\"")).status()).isEqualTo(403);
	}

	/**
	 * E1, E2, E3, E4, E5, E6, E8, E9, E11, E12, E16: every other token has one answer,
	 * and the audit event and its line in the log a reason of their own.
	 */
	@ParameterizedTest
	@MethodSource
	void whenTokenIsBadThenOneAnswerAndItsReason(RejectionReason reason, String token, CapturedOutput output) {
		RawResponse response = get(APP, "/api/user", token);
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.body()).isEqualTo(REFUSED);
		assertThat(response.header("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
		assertThat(output.getOut()).contains("reason=" + reason).doesNotContain(token);
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
		try (TestApp app = TestIssuerApp.of(down.issuer()).start()) {
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
		TestApp both = TestIssuerApp.of(ISSUER.issuer())
			.tokens()
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

	private static String token(String subject, String more) {
		return KEY.token(claims(subject, more));
	}

	private static String claims(String subject, String more) {
		return TestIssuerApp.claims(ISSUER.issuer(), subject, more);
	}

}
