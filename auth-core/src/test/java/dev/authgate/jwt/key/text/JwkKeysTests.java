package dev.authgate.jwt.key.text;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.authgate.contract.TestKeys;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.KeyRing;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwkKeysTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

	@ParameterizedTest
	@EnumSource
	void whenPrivateJwkIsReadThenItSignsWhatItsPublicPartVerifies(JwtAlgorithm algorithm) throws Exception {
		JwtKey key = read(jwk(algorithm), algorithm).get(0);
		assertThat(key.algorithm()).isEqualTo(algorithm);
		String token = KeyRing.of(key).sign("{}", CLOCK);
		JwtKey known = algorithm.symmetric() ? key : read(jwk(algorithm).toPublicJWK(), algorithm).get(0);
		assertThat(KeyRing.of(known).canSign()).isEqualTo(algorithm.symmetric());
		KeyRing.of(known).verify(CompactToken.parse(token), CLOCK);
	}

	@Test
	void whenJwkSaysMoreThenIdAlgorithmAndTimesAreItsOwn() {
		String jwk = with(jwk(JwtAlgorithm.PS384),
				"\"kid\":\"a\",\"alg\":\"PS384\",\"use\":\"sig\"," + "\"nbf\":1780272001,\"exp\":1780272002");
		JwtKey key = JwkKeys.read(Secret.of(jwk), null).get(0);
		assertThat(key).hasToString("JwtKey[id=a, algorithm=PS384]");
		assertThat(KeyRing.of(key).signingKey(CLOCK)).isNull();
		assertThat(KeyRing.of(key).verifyingKeys(CLOCK)).containsExactly(key);
		assertThat(KeyRing.of(key).verifyingKeys(Clock.offset(CLOCK, Duration.ofSeconds(2)))).isEmpty();
	}

	@Test
	void whenSetIsReadThenAllOfItsKeys() {
		String set = "{\"keys\":[" + with(jwk(JwtAlgorithm.HS256), "\"kid\":\"a\"") + ","
				+ with(jwk(JwtAlgorithm.EDDSA).toPublicJWK(), "\"kid\":\"b\"") + "]}";
		assertThat(JwkKeys.isSet(Secret.of(set))).isTrue();
		assertThat(JwkKeys.read(Secret.of(set), null)).extracting(JwtKey::id).containsExactly("a", "b");
	}

	@ParameterizedTest
	@CsvSource({ "'\"use\":\"enc\"', The JWK has a 'use' other than 'sig'",
			"'\"alg\":\"RS256\"', The JWK has another 'alg' than ES256",
			"'\"alg\":\"ECDH-ES\"', The JWK has another 'alg' than ES256",
			"'\"kid\":\"\"', The id of a key is not empty and has no control characters" })
	void whenJwkIsMeantForSomethingElseThenRefused(String member, String problem) {
		Secret jwk = Secret.of(with(jwk(JwtAlgorithm.ES256), member));
		assertThatIllegalArgumentException().isThrownBy(() -> JwkKeys.read(jwk, JwtAlgorithm.ES256))
			.withMessage(problem);
	}

	@ParameterizedTest
	@EnumSource(names = { "HS256", "RS256", "ES256", "EDDSA" })
	void whenAlgorithmIsThatOfAnotherKindThenRefused(JwtAlgorithm algorithm) {
		JwtAlgorithm other = (algorithm == JwtAlgorithm.ES256) ? JwtAlgorithm.RS256 : JwtAlgorithm.ES256;
		assertThatIllegalArgumentException().isThrownBy(() -> read(jwk(algorithm), other))
			.withMessageStartingWith("The algorithm " + other + " needs a ");
	}

	@Test
	void whenSecretOfJwkIsShortThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JwkKeys.read(Secret.of("{\"kty\":\"oct\",\"k\":\"Y2FuYXJ5\"}"), null))
			.withMessageStartingWith("The JWT secret has 6 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "canary", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[1]}", "{\"keys\":[{}]}",
			"{\"kty\":\"canary\"}", "{\"kty\":\"oct\"}", "{\"kty\":\"oct\",\"k\":1}",
			"{\"kty\":\"oct\",\"kty\":\"oct\",\"k\":\"canary\"}", "{\"kty\":\"EC\",\"crv\":\"canary\"}",
			"{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"canary\"}",
			"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"canary\"}",
			"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"canary\",\"d\":\"canary\"}",
			"{\"kty\":\"RSA\",\"n\":\"canary\",\"e\":\"AQAB\"}",
			"{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"d\":\"canary\"}" })
	void whenTextIsNoKeyThenRefusedWithoutRepeatingIt(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> JwkKeys.read(Secret.of(text), null))
			.withNoCause()
			.extracting(Throwable::getMessage)
			.asString()
			.doesNotContain("canary");
	}

	@Test
	void whenPrivatePartIsAnotherOnesThenRefused() {
		KeyPair other = TestKeys.another(JwtAlgorithm.ES256);
		JWK mixed = new ECKey.Builder(Curve.P_256, (ECPublicKey) TestKeys.pair(JwtAlgorithm.ES256).getPublic())
			.privateKey((ECPrivateKey) other.getPrivate())
			.build();
		assertThatIllegalArgumentException().isThrownBy(() -> read(mixed, null))
			.withMessage("The private key and the public key are not a pair");
	}

	private static List<JwtKey> read(JWK jwk, JwtAlgorithm algorithm) {
		return JwkKeys.read(Secret.of(jwk.toJSONString()), algorithm);
	}

	private static String with(JWK jwk, String members) {
		return jwk.toJSONString().replaceFirst("\\{", "{" + members + ",");
	}

	private static JWK jwk(JwtAlgorithm algorithm) {
		if (algorithm.symmetric()) {
			return new OctetSequenceKey.Builder(TestKeys.SECRET.getBytes()).build();
		}
		KeyPair pair = TestKeys.pair(algorithm);
		if (pair.getPublic() instanceof RSAPublicKey rsa) {
			return new RSAKey.Builder(rsa).privateKey((RSAPrivateKey) pair.getPrivate()).build();
		}
		if (pair.getPublic() instanceof ECPublicKey curved) {
			return new ECKey.Builder(Curve.forECParameterSpec(curved.getParams()), curved)
				.privateKey((ECPrivateKey) pair.getPrivate())
				.build();
		}
		byte[] encoded = pair.getPublic().getEncoded();
		byte[] d = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
		return new OctetKeyPair.Builder(Curve.Ed25519,
				Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
			.d(Base64URL.encode(d))
			.build();
	}

}
