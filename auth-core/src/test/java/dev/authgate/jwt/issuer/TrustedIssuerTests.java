package dev.authgate.jwt.issuer;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthEvent.IssuerUnavailable;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.key.KeysUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.jwt.issuer.TestTrust.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrustedIssuerTests {

	private final TestTrust trust = TestTrust.plain();

	@AfterEach
	void close() {
		this.trust.close();
	}

	/** E7. */
	@Test
	void whenTokenIsGoodThenCallerIsItsUser() {
		Caller caller = this.trust.callerWith(",\"jti\":\"t1\",\"iat\":1799999999,\"email\":\"h@example.com\"");
		AuthUser user = new AuthUser("huginn", Map.of("email", "h@example.com"), PermissionSet.none());
		assertThat(caller).isEqualTo(new Caller(user, "jwt", "t1", null, Set.of(), TestTrust.NOW.plusSeconds(60)));
	}

	/** E1. */
	@Test
	void whenTokenHasExpiredThenRefused() {
		String claims = this.trust.claims("").replace("1800000060", "1800000000");
		assertRefused(KEY.token(claims), RejectionReason.EXPIRED);
	}

	/** E2. */
	@Test
	void whenSignedByAnotherKeyOfThatNameThenRefused() {
		assertRefused(TestIssuerKey.ec("k1").token(this.trust.claims("")), RejectionReason.BAD_SIGNATURE);
	}

	/** E2. */
	@ParameterizedTest
	@ValueSource(strings = { "AA", "AAAA", "", "====" })
	void whenSignatureIsNoneThenRefused(String signature) {
		String token = KEY.token(this.trust.claims(""));
		assertThat(this.trust.verify(token.substring(0, token.lastIndexOf('.') + 1) + signature))
			.isInstanceOf(AuthenticationResult.Rejected.class);
	}

	/** E3. */
	@ParameterizedTest
	@ValueSource(strings = { "\"https://other.example.com\"", "\"\"", "7", "null", "[\"an issuer\"]" })
	void whenIssuerIsAnotherThenRefusedAndNobodyIsAsked(String issuer) {
		assertRefused(KEY.token("{\"iss\":" + issuer + ",\"sub\":\"huginn\",\"aud\":\"api\",\"exp\":1800000060}"),
				RejectionReason.WRONG_ISSUER);
		assertThat(this.trust.server.keyRequests()).isZero();
	}

	/** E3. */
	@ParameterizedTest
	@ValueSource(strings = { "/", " ", "/x" })
	void whenIssuerIsSpelledOtherwiseThenRefused(String suffix) {
		String claims = this.trust.claims("").replace(this.trust.server.issuer(), this.trust.server.issuer() + suffix);
		assertRefused(KEY.token(claims), RejectionReason.WRONG_ISSUER);
	}

	/** E4. */
	@ParameterizedTest
	@ValueSource(strings = { "\"other\"", "[\"other\",\"another\"]", "[]", "\"API\"", "\"\"" })
	void whenAudienceIsAnotherThenRefused(String audience) {
		assertRefused(KEY.token(this.trust.claims("\"huginn\"", audience, "")), RejectionReason.WRONG_AUDIENCE);
	}

	/** E4. */
	@Test
	void whenAudienceIsMissingThenRefused() {
		assertRefused(KEY.token(this.trust.claims("").replace("\"aud\"", "\"x\"")), RejectionReason.WRONG_AUDIENCE);
	}

	@Test
	void whenAudienceIsOneOfSeveralThenAccepted() {
		assertThat(this.trust.verify(KEY.token(this.trust.claims("\"huginn\"", "[\"other\",\"api\"]", ""))))
			.isInstanceOf(Authenticated.class);
	}

	@Test
	void whenAnyAudienceIsAllowedThenAccepted() {
		try (TestTrust any = TestTrust.with((issuer) -> issuer.audiences(List.of()).allowAnyAudience())) {
			assertThat(any.verify(KEY.token(any.claims("\"huginn\"", "\"other\"", ""))))
				.isInstanceOf(Authenticated.class);
		}
	}

	/** E5, E16. */
	@ParameterizedTest
	@ValueSource(strings = { "7", "\"\"", "null", "true", "[\"huginn\"]", "{}", "\"a\\nb\"" })
	void whenSubjectIsNoTextThenRefused(String subject) {
		assertRefused(KEY.token(this.trust.claims(subject, "\"api\"", "")), RejectionReason.MISSING_SUBJECT);
	}

	/** E5. */
	@Test
	void whenSubjectIsMissingThenRefused() {
		assertRefused(KEY.token(this.trust.claims("").replace("\"sub\"", "\"x\"")), RejectionReason.MISSING_SUBJECT);
	}

	/** E8. */
	@ParameterizedTest
	@ValueSource(strings = { "none", "HS256", "HS384", "HS512", "RS256", "es256", "ES384", "" })
	void whenAlgorithmIsNotTheKeysThenRefused(String algorithm) {
		String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}";
		assertRefused(KEY.token(header, this.trust.claims("")), RejectionReason.WRONG_ALGORITHM);
	}

	/** E8. */
	@ParameterizedTest
	@ValueSource(strings = { "none", "HS256" })
	void whenAlgorithmIsNeverAllowedThenIssuerIsNotAsked(String algorithm) {
		this.trust.verify(KEY.token("{\"alg\":\"" + algorithm + "\",\"kid\":\"k9\"}", this.trust.claims("")));
		assertThat(this.trust.server.keyRequests()).isZero();
	}

	/** E8: a token of our own secret that claims to be of the issuer. */
	@Test
	void whenSignedWithOurSecretThenRefused() {
		assertRefused(TestJwts.signed(this.trust.claims("")), RejectionReason.WRONG_ALGORITHM);
	}

	/** E9. */
	@Test
	void whenKeyIsUnknownThenRefusedAfterOneMoreRequest() {
		this.trust.verifyWith("");
		for (int i = 0; i < 1000; i++) {
			assertRefused(
					TestIssuerKey.ec("random")
						.token("{\"alg\":\"ES256\",\"kid\":\"random-" + i + "\"}", this.trust.claims("")),
					RejectionReason.UNKNOWN_KEY_ID);
		}
		assertThat(this.trust.server.keyRequests()).isEqualTo(2);
	}

	/** E10. */
	@Test
	void whenIssuerIsDownThenUnavailableAndReported() {
		this.trust.server.answerKeys(TestIssuer.answer(500, "text/html", "broken"));
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.trust.verifyWith(""));
		assertThat(this.trust.events).containsExactly(new IssuerUnavailable(this.trust.server.issuer(),
				this.trust.server.keysUri() + " answered with status 500"));
	}

	/** E10. */
	@Test
	void whenIssuerGoesDownThenKnownKeyIsStillGood() {
		this.trust.verifyWith("");
		this.trust.server.close();
		assertThat(this.trust.verifyWith("")).isInstanceOf(Authenticated.class);
	}

	/** E11. */
	@Test
	void whenTokenDoesNotExpireThenRefused() {
		assertRefused(KEY.token(this.trust.claims("").replace("\"exp\"", "\"x\"")), RejectionReason.INVALID_CLAIMS);
	}

	/** E12. */
	@ParameterizedTest
	@CsvSource({ "nbf, 1800000030, true", "nbf, 1800000031, false", "iat, 1800000030, true", "iat, 1800000031, false" })
	void whenTokenIsOfTheFutureThenRefused(String claim, long seconds, boolean accepted) {
		AuthenticationResult result = this.trust.verifyWith(",\"" + claim + "\":" + seconds);
		assertThat(result instanceof Authenticated).isEqualTo(accepted);
		assertThat(result.equals(AuthenticationResult.rejected(RejectionReason.NOT_YET_VALID))).isNotEqualTo(accepted);
	}

	@ParameterizedTest
	@CsvSource({ "JWT, true", "at+jwt, true", "ID, false", "logout+jwt, false", "dpop+jwt, false" })
	void whenTypeIsNotOfAccessTokensThenRefused(String type, boolean accepted) {
		String header = "{\"alg\":\"ES256\",\"kid\":\"k1\",\"typ\":\"" + type + "\"}";
		assertThat(this.trust.verify(KEY.token(header, this.trust.claims(""))) instanceof Authenticated)
			.isEqualTo(accepted);
	}

	@ParameterizedTest
	@CsvSource({ "x5t, true", "x5t#S256, true", "jku, false", "jwk, false", "x5u, false", "x5c, false", "crit, false",
			"b64, false", "zip, false", "cty, false" })
	void whenHeaderAsksForSomethingThenRefused(String member, boolean accepted) {
		String header = "{\"alg\":\"ES256\",\"kid\":\"k1\",\"" + member + "\":\"https://evil.example.com/\"}";
		assertThat(this.trust.verify(KEY.token(header, this.trust.claims(""))) instanceof Authenticated)
			.isEqualTo(accepted);
	}

	@Test
	void whenTokenNamesNoKeyThenOnlyKeyVerifies() {
		assertThat(this.trust.verify(KEY.token("{\"alg\":\"ES256\"}", this.trust.claims(""))))
			.isInstanceOf(Authenticated.class);
		this.trust.server.publish(KEY, TestIssuerKey.ec("k2"));
		try (TestTrust two = TestTrust.plain()) {
			two.server.publish(KEY, TestIssuerKey.ec("k2"));
			assertThat(two.verify(KEY.token("{\"alg\":\"ES256\"}", two.claims(""))))
				.isEqualTo(AuthenticationResult.rejected(RejectionReason.UNKNOWN_KEY_ID));
		}
	}

	@Test
	void whenUserIdHasPrefixThenNobodyElsesUser() {
		try (TestTrust prefixed = TestTrust.with((issuer) -> issuer.userIdPrefix("idp:"))) {
			assertThat(prefixed.userWith("").id()).isEqualTo("idp:huginn");
		}
	}

	@Test
	void whenOwnTokensAreAcceptedAsWellThenEachIsJudgedByItsOwn() {
		JwtAuthenticator both = JwtAuthenticator.builder(TestJwts.settings())
			.trust(this.trust.issuer((issuer) -> issuer))
			.build();
		assertThat(both.verify(TestJwts.signed("{\"sub\":\"huginn\",\"exp\":99999999999}")))
			.isInstanceOf(Authenticated.class);
		assertThat(both.verify(KEY.token(this.trust.claims("")))).isInstanceOf(Authenticated.class);
		assertThat(both.verify(KEY.token("{\"sub\":\"huginn\",\"exp\":99999999999}")))
			.isInstanceOf(AuthenticationResult.Rejected.class);
	}

	@Test
	void whenNeitherAudienceIsNamedNorAnyAllowedThenRefusedToBuild() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.trust.issuer((issuer) -> issuer.audiences(List.of())))
			.withMessageContaining("audiences names none");
		assertThatIllegalArgumentException().isThrownBy(() -> this.trust.issuer(TrustedIssuerBuilder::allowAnyAudience))
			.withMessageContaining("allow-any-audience");
	}

	private void assertRefused(String token, RejectionReason reason) {
		assertThat(this.trust.verify(token)).isEqualTo(AuthenticationResult.rejected(reason));
	}

}
