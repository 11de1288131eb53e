package dev.authgate.jwt;

import java.time.Duration;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.jwt.TestVerifications.VALID;
import static dev.authgate.jwt.TestVerifications.assertRejected;
import static dev.authgate.jwt.TestVerifications.builder;
import static dev.authgate.jwt.TestVerifications.callerOf;
import static dev.authgate.jwt.TestVerifications.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtClaimRulesTests {

	/** E1. */
	@ParameterizedTest
	@ValueSource(strings = { "1800000000", "1799999999", "0", "1800000000.0", "1.7e9", "-0", "0.0", "-0.0" })
	void whenExpiryHasComeThenExpired(String expiry) {
		assertRejected("\"exp\":" + expiry, RejectionReason.EXPIRED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1800000001", "1800000000.001", "1.8000001e9", "253402300799", "253402300799.0" })
	void whenExpiryIsToComeThenAuthenticated(String expiry) {
		assertThat(callerOf("\"exp\":" + expiry).user().id()).isEqualTo("huginn");
	}

	/** E11. */
	@ParameterizedTest
	@ValueSource(strings = { "\"x\":1", "\"exp\":null", "\"exp\":\"1800000001\"", "\"exp\":true",
			"\"exp\":[1800000001]", "\"exp\":{}", "\"exp\":-1", "\"exp\":-1.5", "\"exp\":253402300800",
			"\"exp\":253402300799.5", "\"exp\":1e300", "\"exp\":9223372036854775807" })
	void whenExpiryIsMissingOrNoSaneNumberThenInvalid(String claims) {
		assertRejected(claims, RejectionReason.INVALID_CLAIMS);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1e400", "-1e400", "NaN", "Infinity", "9223372036854775808", "01", "+1", "0x7f", "1.", ".5" })
	void whenNumberCannotBeReadThenMalformed(String number) {
		assertRejected("\"exp\":" + number, RejectionReason.MALFORMED);
	}

	/** E12. */
	@ParameterizedTest
	@ValueSource(strings = { "nbf", "iat" })
	void whenTimeIsBeyondTheSkewThenNotYetValid(String claim) {
		assertRejected(VALID + ",\"" + claim + "\":1800000031", RejectionReason.NOT_YET_VALID);
	}

	/** E12. */
	@ParameterizedTest
	@ValueSource(strings = { "nbf", "iat" })
	void whenTimeIsWithinTheSkewThenAuthenticated(String claim) {
		assertThat(callerOf(VALID + ",\"" + claim + "\":1800000030").user().id()).isEqualTo("huginn");
	}

	@Test
	void whenSkewIsSetThenItCounts() {
		JwtAuthenticator strict = builder().clockSkew(Duration.ZERO).build();
		String token = tokenOf(VALID + ",\"nbf\":1800000001");
		assertThat(strict.verify(token)).isEqualTo(AuthenticationResult.rejected(RejectionReason.NOT_YET_VALID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT-1S", "PT1H0.001S", "PT2562047788015215H" })
	void whenSkewIsOutOfRangeThenRefused(Duration skew) {
		assertThatIllegalArgumentException().isThrownBy(() -> builder().clockSkew(skew).build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"nbf\":\"0\"", "\"nbf\":null", "\"iat\":-1", "\"iat\":\"x\"", "\"iat\":[]", "\"jti\":1",
			"\"jti\":\"\"", "\"jti\":\"a\\nb\"", "\"jti\":null", "\"iss\":1", "\"iss\":null", "\"aud\":1",
			"\"aud\":[1]", "\"aud\":null", "\"aud\":{}" })
	void whenRegisteredClaimHasTheWrongTypeThenInvalid(String claim) {
		assertRejected(VALID + "," + claim, RejectionReason.INVALID_CLAIMS);
	}

	/** E3. */
	@ParameterizedTest
	@CsvSource({ "'\"x\":1'", "'\"iss\":\"other\"'", "'\"iss\":\"\"'", "'\"iss\":\"https://a.example/\"'" })
	void whenIssuerIsNotTheConfiguredOneThenRejected(String claim) {
		JwtSettings settings = TestJwts.settings().withIssuer("https://a.example");
		assertThat(builder(settings).build().verify(tokenOf(VALID + "," + claim)))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.WRONG_ISSUER));
	}

	/** E3. */
	@Test
	void whenIssuerIsTheConfiguredOneThenAuthenticated() {
		JwtSettings settings = TestJwts.settings().withIssuer("https://a.example");
		assertThat(builder(settings).build().verify(tokenOf(VALID + ",\"iss\":\"https://a.example\"")))
			.isInstanceOf(Authenticated.class);
	}

	/** E4. */
	@ParameterizedTest
	@CsvSource({ "'\"x\":1'", "'\"aud\":\"other\"'", "'\"aud\":[]'", "'\"aud\":[\"other\",\"Threads\"]'" })
	void whenAudienceIsNotAmongTheClaimedThenRejected(String claim) {
		JwtSettings settings = TestJwts.settings().withAudience("threads");
		assertThat(builder(settings).build().verify(tokenOf(VALID + "," + claim)))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.WRONG_AUDIENCE));
	}

	/** E4. */
	@ParameterizedTest
	@CsvSource({ "'\"aud\":\"threads\"'", "'\"aud\":[\"other\",\"threads\"]'" })
	void whenAudienceIsAmongTheClaimedThenAuthenticated(String claim) {
		JwtSettings settings = TestJwts.settings().withAudience("threads");
		assertThat(builder(settings).build().verify(tokenOf(VALID + "," + claim))).isInstanceOf(Authenticated.class);
	}

	/** E4. */
	@Test
	void whenTokenIsMeantForOthersAndNoAudienceIsSetThenRejected() {
		assertRejected(VALID + ",\"aud\":\"other\"", RejectionReason.WRONG_AUDIENCE);
	}

	@Test
	void whenNoIssuerIsSetThenAnyIsTakenAndIsNoData() {
		assertThat(callerOf(VALID + ",\"iss\":\"other\"").user().data()).isEmpty();
	}

}
