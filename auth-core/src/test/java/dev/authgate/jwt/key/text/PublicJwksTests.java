package dev.authgate.jwt.key.text;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import dev.authgate.contract.TestKeys;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.KeyRing;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.JsonParser;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicJwksTests {

	private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private static final Set<String> SECRETS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

	@Test
	void whenWrittenThenAnotherLibraryVerifiesOurTokensWithIt() throws Exception {
		for (JwtAlgorithm algorithm : JwtAlgorithm.values()) {
			if (!algorithm.symmetric() && algorithm != JwtAlgorithm.EDDSA) {
				KeyRing ring = KeyRing.of(TestKeys.key(algorithm).withId("a"));
				SignedJWT token = SignedJWT.parse(ring.sign("{}", CLOCK));
				JWK jwk = JWKSet.parse(PublicJwks.of(ring, CLOCK)).getKeyByKeyId(token.getHeader().getKeyID());
				assertThat(jwk.getAlgorithm()).isEqualTo(token.getHeader().getAlgorithm());
				assertThat(jwk.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
				var verifier = new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(),
						((AsymmetricJWK) jwk).toPublicKey());
				assertThat(token.verify(verifier)).isTrue();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenWrittenThenItIsReadAgainAndHasNoPrivateMember(JwtAlgorithm algorithm) throws Exception {
		KeyRing ring = KeyRing.of(TestKeys.key(algorithm).withId("a"));
		String written = PublicJwks.of(ring, CLOCK);
		List<?> keys = (List<?>) JsonParser.parseObject(written).get("keys");
		assertThat(keys).hasSize(algorithm.symmetric() ? 0 : 1);
		assertThat(keys).allSatisfy((key) -> assertThat(((Map<?, ?>) key).keySet().toString().split("\\W+"))
			.doesNotContainAnyElementsOf(SECRETS));
		assertThat(written).doesNotContain(TestKeys.SECRET, "private");
		for (JwtKey read : JwkKeys.read(Secret.of(written), null)) {
			KeyRing.of(read).verify(CompactToken.parse(ring.sign("{}", CLOCK)), CLOCK);
		}
	}

	@Test
	void whenKeysHaveTimesThenThoseThatVerifyNowAreShown() throws Exception {
		JwtKey secret = TestKeys.key(JwtAlgorithm.HS256).withId("secret").withSignFrom(NOW.minusSeconds(1));
		JwtKey retired = TestKeys.key(JwtAlgorithm.RS256).withId("retired").withRetireAt(NOW);
		JwtKey coming = TestKeys.key(JwtAlgorithm.ES256).withId("coming").withSignFrom(NOW.plusSeconds(1));
		KeyRing ring = KeyRing.of(Arrays.asList(secret, retired, coming));
		assertThat(JWKSet.parse(PublicJwks.of(ring, CLOCK)).getKeys()).extracting(JWK::getKeyID)
			.containsExactly("coming");
	}

}
