package dev.authgate.jwt;

import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.contract.TestRequests;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.jwt.TestVerifications.NOW;
import static dev.authgate.jwt.TestVerifications.VALID;
import static dev.authgate.jwt.TestVerifications.builder;
import static dev.authgate.jwt.TestVerifications.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

class JwtAuthenticatorTests {

	@Test
	void whenTokenIsGoodThenCallerIsItsUser() {
		String claims = "{\"sub\":\"huginn\",\"exp\":1800000001,\"iat\":1799999999,\"nbf\":1799999999,\"jti\":\"t1\","
				+ "\"role\":\"admin\",\"permissions\":[\"threads:write\",\"threads:read\"],\"email\":\"h@example.com\"}";
		AuthUser user = new AuthUser("huginn", Map.of("email", "h@example.com"),
				PermissionSet.of("threads:read", "threads:write"));
		assertThat(builder().build().verify(TestJwts.signed(claims))).isEqualTo(AuthenticationResult
			.authenticated(new Caller(user, "jwt", "t1", null, Set.of("admin"), NOW.plusSeconds(1))));
	}

	/** B1. */
	@Test
	void whenAnotherSchemeIsUsedThenNotPresent() {
		assertThat(builder().build().authenticate(TestRequests.authorization("Basic eDp5")))
			.isEqualTo(AuthenticationResult.notPresent());
	}

	/** B6. */
	@ParameterizedTest
	@ValueSource(strings = { "bearer ", "BEARER ", "Bearer   " })
	void whenSchemeHasOtherCaseOrMoreBlanksThenAuthenticated(String scheme) {
		String token = tokenOf(VALID);
		assertThat(builder().build().authenticate(TestRequests.authorization(scheme + token)))
			.isInstanceOf(Authenticated.class);
	}

	/** B12. */
	@Test
	void whenAskedForChallengeThenBearerWithTheRealm() {
		assertThat(builder().build().challenge().header()).isEqualTo("Bearer");
		assertThat(builder().realm("api").build().challenge().header()).isEqualTo("Bearer realm=\"api\"");
	}

	@Test
	void whenNamedThenCallerCarriesTheName() {
		JwtAuthenticator other = builder().name("other").build();
		Authenticated result = (Authenticated) other.verify(tokenOf(VALID));
		assertThat(result.caller().authenticator()).isEqualTo(other.name()).isEqualTo("other");
	}

	/** E2. */
	@Test
	void whenSignedWithAnotherSecretThenBadSignature() {
		JwtKey other = JwtKey.of(Secret.of("Zk8Qw3Lm6Rt1Vx9Yp4Nc7Bs2Hd5Jf0Ga"));
		String token = JwtIssuer.of(JwtSettings.of(other)).issue(TestUsers.huginn());
		assertThat(JwtAuthenticator.builder(TestJwts.settings()).build().verify(token))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.BAD_SIGNATURE));
	}

	/** E15. */
	@Test
	void whenClaimsAreExchangedThenBadSignature() {
		String[] token = tokenOf(VALID).split("\\.");
		String forged = token[0] + "." + TestJwts.encoded("{\"sub\":\"admin\"," + VALID + "}") + "." + token[2];
		assertThat(builder().build().verify(forged))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.BAD_SIGNATURE));
	}

	/** E2. */
	@Test
	void whenSignatureIsBadThenClaimsAreNotRead() {
		String token = TestJwts.encoded(TestJwts.HEADER) + "." + TestJwts.encoded("no json") + ".AAAA";
		assertThat(builder().build().verify(token))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.BAD_SIGNATURE));
	}

}
