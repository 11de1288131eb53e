package dev.authgate.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestUsers;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.TokenTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.jwt.TestVerifications.NOW;
import static dev.authgate.jwt.TestVerifications.VALID;
import static dev.authgate.jwt.TestVerifications.builder;
import static dev.authgate.jwt.TestVerifications.callerOf;
import static dev.authgate.jwt.TestVerifications.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * E17, E18: what a token says of itself to whoever takes tokens back.
 */
class JwtRevocationTests {

	private static final String FOREIGN = "https://idp.example";

	private final List<VerifiedToken> asked = new ArrayList<>();

	private final JwtAuthenticator authenticator = builder().trust(new Guests()).revocations(this.asked::add).build();

	@Test
	void whenTokenIsRevokedThenRefusedAsRevoked() {
		assertThat(this.authenticator.verify(tokenOf(VALID)))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.REVOKED));
	}

	@Test
	void whenTokenSaysEverythingThenAskedWithAllOfIt() {
		this.authenticator.verify(tokenOf(VALID + ",\"jti\":\"t1\",\"sid\":\"s1\",\"ver\":7,\"iat\":1799999999"));
		assertThat(this.asked).containsExactly(new VerifiedToken(null, "t1", "huginn", "s1", 7L, NOW.minusSeconds(1)));
	}

	@Test
	void whenTokenSaysNothingThenAskedWithTheUser() {
		this.authenticator.verify(tokenOf(VALID));
		assertThat(this.asked).containsExactly(new VerifiedToken(null, null, "huginn", null, null, null));
	}

	@Test
	void whenTokenIsBadOtherwiseThenNobodyIsAsked() {
		for (String claims : new String[] { "\"exp\":1799999999", VALID + ",\"aud\":\"x\"", VALID + ",\"jti\":1" }) {
			this.authenticator.verify(tokenOf(claims));
		}
		assertThat(this.asked).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"sid\":1", "\"sid\":\"\"", "\"sid\":null", "\"sid\":\"a\\nb\"", "\"ver\":\"1\"",
			"\"ver\":-1", "\"ver\":1.5", "\"ver\":null", "\"ver\":[1]", "\"ver\":1e3" })
	void whenClaimIsOfTheWrongTypeThenRefused(String claim) {
		assertThat(builder().build().verify(tokenOf(VALID + "," + claim)))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.INVALID_CLAIMS));
	}

	@Test
	void whenTokenIsOfASessionThenTheCallerSaysSoAndTheDataDoNot() {
		Caller caller = callerOf(VALID + ",\"sid\":\"s1\",\"ver\":7");
		assertThat(caller.sessionId()).isEqualTo("s1");
		assertThat(caller.user().data()).isEmpty();
	}

	@Test
	void whenTokenIsOfATrustedIssuerThenSessionAndEpochMeanNothing() {
		this.authenticator.verify(tokenOf(VALID + ",\"iss\":\"" + FOREIGN
				+ "\",\"jti\":\"t1\",\"sid\":\"s1\",\"ver\":\"1.0\",\"iat\":1799999999"));
		assertThat(this.asked)
			.containsExactly(new VerifiedToken(FOREIGN, "t1", "guest", null, null, NOW.minusSeconds(1)));
	}

	@Test
	void whenItCannotBeToldThenNobodyIsLetIn() {
		JwtAuthenticator failing = builder().revocations((token) -> {
			throw new IllegalStateException("lost");
		}).build();
		assertThatIllegalStateException().isThrownBy(() -> failing.verify(tokenOf(VALID)));
	}

	@Test
	void whenIssuedThenTheTokenHasTheEpochOfItsUser() {
		JwtIssuer issuer = new JwtIssuer(TestJwts.settings(), Duration.ofHours(1), clock(),
				(id) -> id.equals("huginn") ? 7 : 0);
		this.authenticator.verify(issuer.issue(TestUsers.huginn()));
		this.authenticator.verify(issuer.issue(AuthUser.of("muninn"), Set.of()));
		assertThat(this.asked).extracting(VerifiedToken::epoch).containsExactly(7L, 0L);
	}

	@Test
	void whenIssuedForASessionThenTheTokenSaysSo() {
		JwtIssuer issuer = new JwtIssuer(TestJwts.settings(), Duration.ofHours(1), clock(), (id) -> 9);
		this.authenticator.verify(issuer.issue(TestUsers.huginn(), Set.of("user"), new TokenSession("s1", 7)));
		assertThat(this.asked).singleElement()
			.extracting(VerifiedToken::sessionId, VerifiedToken::epoch, VerifiedToken::issuedAt)
			.containsExactly("s1", 7L, NOW);
	}

	private static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	/**
	 * Takes every token of its issuer.
	 */
	private static final class Guests implements TokenTrust {

		@Override
		public String issuer() {
			return FOREIGN;
		}

		@Override
		public Caller judge(CompactToken token, Claims claims) throws RefusedTokenException {
			Instant expiry = claims.takeTime("exp");
			claims.takeTime("iat");
			return new Caller(AuthUser.of("guest"), "jwt", claims.takeText("jti"), null, Set.of(), expiry);
		}

	}

}
