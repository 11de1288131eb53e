package dev.authgate.spring.app;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Why tokens of our own are refused: told to the log, and not to who sent them.
 */
@ExtendWith(OutputCaptureExtension.class)
class OwnTokenReasonsTests {

	private static final String HEADER = "{\"alg\":\"HS256\"}";

	private static final String GOOD = "{\"sub\":\"huginn\",\"exp\":9999999999,\"iss\":\"me\",\"aud\":[\"other\",\"api\"]}";

	@RegisterExtension
	static final TestApp APP = TestApp.bare(UserHandlers.class)
		.tokens()
		.with("authgate.jwt.issuer=me", "authgate.jwt.audience=api", "logging.level.dev.authgate.audit=debug");

	/** E4: one audience may be a text, several are a list. */
	@ParameterizedTest
	@ValueSource(strings = { "[\"other\",\"api\"]", "\"api\"" })
	void whenTokenIsForUsThenTaken(String audience) {
		assertThat(send(signed(GOOD.replace("[\"other\",\"api\"]", audience))).status()).isEqualTo(200);
	}

	/** E1, E2, E3, E4, E5, E6, E8, E9, E11, E12, E15, E16. */
	@ParameterizedTest
	@MethodSource
	void whenTokenIsBadThenOneAnswerAndItsReason(RejectionReason reason, String token, CapturedOutput output) {
		RawResponse response = send(token);
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
				+ "\"detail\":\"The credentials are invalid or expired.\",\"code\":\"invalid_credentials\"}");
		assertThat(output.getOut()).contains("reason=" + reason).doesNotContain(token);
	}

	static Stream<Arguments> whenTokenIsBadThenOneAnswerAndItsReason() {
		String good = signed(GOOD);
		String signature = good.substring(good.lastIndexOf('.'));
		return Stream.of(Arguments.of(RejectionReason.EXPIRED, signed(GOOD.replace("9999999999", "1"))),
				Arguments.of(RejectionReason.NOT_YET_VALID, signed(with("nbf", "9999999998"))),
				Arguments.of(RejectionReason.NOT_YET_VALID, signed(with("iat", "9999999998"))),
				Arguments.of(RejectionReason.BAD_SIGNATURE, TestJwts.signed(HEADER, GOOD)),
				Arguments.of(RejectionReason.BAD_SIGNATURE,
						TestJwts.encoded(HEADER) + "." + TestJwts.encoded(with("admin", "true")) + signature),
				Arguments.of(RejectionReason.WRONG_ISSUER, signed(GOOD.replace("\"me\"", "\"ME\""))),
				Arguments.of(RejectionReason.WRONG_ISSUER, signed(GOOD.replace("\"iss\"", "\"x\""))),
				Arguments.of(RejectionReason.WRONG_AUDIENCE, signed(GOOD.replace("\"api\"", "\"API\""))),
				Arguments.of(RejectionReason.WRONG_AUDIENCE, signed(GOOD.replace("\"aud\"", "\"x\""))),
				Arguments.of(RejectionReason.MISSING_SUBJECT, signed(GOOD.replace("\"sub\"", "\"x\""))),
				Arguments.of(RejectionReason.MISSING_SUBJECT, signed(GOOD.replace("\"huginn\"", "42"))),
				Arguments.of(RejectionReason.MALFORMED_PERMISSIONS, signed(with("permissions", "7"))),
				Arguments.of(RejectionReason.MALFORMED_PERMISSIONS, signed(with("permissions", "[7]"))),
				Arguments.of(RejectionReason.INVALID_CLAIMS, signed(GOOD.replace("\"exp\"", "\"x\""))),
				Arguments.of(RejectionReason.WRONG_ALGORITHM, TestJwts.signed("{\"alg\":\"none\"}", GOOD)),
				Arguments.of(RejectionReason.WRONG_ALGORITHM, TestJwts.signed("{\"alg\":\"RS256\"}", GOOD)),
				Arguments.of(RejectionReason.WRONG_TYPE, signed("{\"alg\":\"HS256\",\"typ\":\"ID\"}", GOOD)),
				Arguments.of(RejectionReason.UNSUPPORTED_HEADER, signed("{\"alg\":\"HS256\",\"cty\":\"JWT\"}", GOOD)),
				Arguments.of(RejectionReason.UNKNOWN_KEY_ID,
						signed("{\"alg\":\"HS256\",\"kid\":\"" + "k".repeat(3000) + "\"}", GOOD)),
				Arguments.of(RejectionReason.UNKNOWN_KEY_ID, signed("{\"alg\":\"HS256\",\"kid\":\"\"}", GOOD)),
				Arguments.of(RejectionReason.UNKNOWN_KEY_ID,
						signed("{\"alg\":\"HS256\",\"kid\":\"a\\r\\nb\\u0000\"}", GOOD)));
	}

	private static String with(String claim, String value) {
		return GOOD.replace("}", ",\"" + claim + "\":" + value + "}");
	}

	private static String signed(String claims) {
		return signed(HEADER, claims);
	}

	private static String signed(String header, String claims) {
		return TestJwts.signed(header, claims, TestApp.SECRET.getBytes(StandardCharsets.UTF_8));
	}

	private static RawResponse send(String token) {
		return APP.get("/api/user", "Authorization: Bearer " + token);
	}

}
