package dev.authgate.jwt;

import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestKeys;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.KeysUnavailableException;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.TokenTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.jwt.TestVerifications.VALID;
import static dev.authgate.jwt.TestVerifications.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtTrustTests {

	private static final String ISSUER = "https://idp.example";

	private static final Caller GUEST = new Caller(AuthUser.of("guest"), "jwt", null, null, Set.of(), null);

	@Test
	void whenTokenNamesTrustedIssuerThenItJudges() {
		assertThat(both().verify(tokenOf(VALID + ",\"iss\":\"" + ISSUER + "\"")))
			.isEqualTo(AuthenticationResult.authenticated(GUEST));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"iss\":\"https://idp.example/\"", ",\"iss\":\"HTTPS://idp.example\"" })
	void whenTokenNamesAnybodyElseThenOurKeysJudge(String issuer) {
		Authenticated result = (Authenticated) both().verify(tokenOf(VALID + issuer));
		assertThat(result.caller().user().id()).isEqualTo("huginn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"iss\":\"https://evil.example\"", ",\"iss\":[\"https://idp.example\"]",
			",\"iss\":null", ",\"iss\":1" })
	void whenWeHaveNoKeysThenOthersAreWrongIssuers(String issuer) {
		JwtAuthenticator authenticator = JwtAuthenticator.builder().trust(new Guests(ISSUER)).build();
		assertThat(authenticator.verify(tokenOf(VALID + issuer)))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.WRONG_ISSUER));
	}

	/** E2. */
	@Test
	void whenOurTokenIsForgedThenRefusedBesideTrustedIssuer() {
		String[] token = tokenOf(VALID).split("\\.");
		String forged = token[0] + "." + TestJwts.encoded("{\"sub\":\"admin\"," + VALID + "}") + "." + token[2];
		assertThat(both().verify(forged)).isEqualTo(AuthenticationResult.rejected(RejectionReason.BAD_SIGNATURE));
		assertThat(both().verify(token[0] + ".e30x.AAAA"))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
	}

	@Test
	void whenTrustedIssuerRefusesThenItsReason() {
		assertThat(both().verify(tokenOf("\"x\":1,\"iss\":\"" + ISSUER + "\"")))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.INVALID_CLAIMS));
	}

	/** E10. */
	@Test
	void whenTrustedIssuerCannotTellThenNeitherCanWe() {
		assertThatExceptionOfType(KeysUnavailableException.class)
			.isThrownBy(() -> both().verify(tokenOf("\"down\":1,\"iss\":\"" + ISSUER + "\"")));
	}

	@Test
	void whenIssuerIsTrustedTwiceOrOursThenRefused() {
		JwtSettings ours = JwtSettings.of(TestKeys.key(JwtAlgorithm.ES256)).withIssuer(ISSUER);
		assertThatIllegalArgumentException().isThrownBy(() -> JwtAuthenticator.builder(ours).trust(new Guests(ISSUER)))
			.withMessage("Two keep the keys of one issuer: " + ISSUER);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JwtAuthenticator.builder().trust(new Guests(ISSUER)).trust(new Guests(ISSUER)));
	}

	@Test
	void whenNobodyIsTrustedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> JwtAuthenticator.builder().build());
	}

	private static JwtAuthenticator both() {
		return TestVerifications.builder().trust(new Guests(ISSUER)).build();
	}

	private record Guests(String issuer) implements TokenTrust {

		@Override
		public Caller judge(CompactToken token, Claims claims) throws RefusedTokenException {
			if (claims.take("down") != null) {
				throw new KeysUnavailableException("The issuer is down");
			}
			if (claims.takeTime("exp") == null) {
				throw Claims.invalid();
			}
			return GUEST;
		}

	}

}
