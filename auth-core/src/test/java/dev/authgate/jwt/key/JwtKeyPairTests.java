package dev.authgate.jwt.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authgate.contract.TestKeys;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtKeyPairTests {

	@ParameterizedTest
	@EnumSource
	void whenSignedThenItsPublicPartVerifies(JwtAlgorithm algorithm) {
		JwtKey key = TestKeys.key(algorithm);
		String[] token = key.sign("{}").split("\\.");
		byte[] signed = (token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII);
		assertThat(key.verification().verifies(signed, token[2])).isTrue();
	}

	/** E2. */
	@ParameterizedTest
	@EnumSource
	void whenAnyBitOfSignatureOrContentIsChangedThenNotVerified(JwtAlgorithm algorithm) {
		JwtKey key = TestKeys.key(algorithm);
		String[] token = key.sign("{}").split("\\.");
		byte[] signed = (token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII);
		byte[] signature = Base64.getUrlDecoder().decode(token[2]);
		for (int i = 0; i < signature.length; i += 7) {
			byte[] changed = signature.clone();
			changed[i] ^= 1;
			assertThat(key.verification().verifies(signed, encoded(changed))).isFalse();
		}
		signed[3] ^= 1;
		assertThat(key.verification().verifies(signed, token[2])).isFalse();
	}

	/** E8. */
	@ParameterizedTest
	@EnumSource
	void whenSignatureHasAnotherLengthOrIsEmptyOfMeaningThenNotVerified(JwtAlgorithm algorithm) {
		VerificationKey key = TestKeys.key(algorithm).verification();
		for (int length : new int[] { 1, 16, 32, 63, 64, 65, 96, 132, 256, 257, 512 }) {
			assertThat(key.verifies(new byte[] { 1 }, encoded(new byte[length]))).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 512, 1024, 2040 })
	void whenRsaKeyIsShortThenRefusedWithTheCommand(int bits) {
		assertThatIllegalArgumentException().isThrownBy(() -> of(TestKeys.rsa(bits, 65_537), JwtAlgorithm.RS256))
			.withMessage("The RSA key has " + bits + " bits, and from 2048 to 16384 are accepted. Make one with"
					+ " 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out key.pem'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "4", "65536", "36893488147419103233" })
	void whenRsaExponentIsWeakThenRefused(String exponent) throws Exception {
		RSAPublicKey good = (RSAPublicKey) TestKeys.pair(JwtAlgorithm.RS256).getPublic();
		var weak = KeyFactory.getInstance("RSA")
			.generatePublic(new RSAPublicKeySpec(good.getModulus(), new BigInteger(exponent)));
		assertThatIllegalArgumentException().isThrownBy(() -> VerificationKey.of(weak, JwtAlgorithm.PS256, "a"))
			.withMessage("The RSA key has a public exponent that good keys never have");
	}

	@ParameterizedTest
	@CsvSource({ "ES256, ES384, P-384, P-256", "ES384, ES512, P-521, P-384", "ES512, ES256, P-256, P-521",
			"ES256, RS256, RSA, P-256", "RS256, ES256, P-256, RSA", "RS256, EDDSA, Ed25519, RSA",
			"EDDSA, PS256, RSA, Ed25519", "RS256, HS256, secret, RSA" })
	void whenKeyDoesNotFitTheAlgorithmThenRefused(JwtAlgorithm made, JwtAlgorithm used, String needed, String kind) {
		assertThatIllegalArgumentException().isThrownBy(() -> of(TestKeys.pair(made), used))
			.withMessage("The algorithm " + used.headerName() + " needs a key of the kind " + needed
					+ ", and this one is of the kind " + kind);
	}

	/** E8. */
	@Test
	void whenPublicKeyWouldBeASecretThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> VerificationKey.of(TestKeys.pair(JwtAlgorithm.RS256).getPublic(), JwtAlgorithm.HS256, null));
	}

	@Test
	void whenSecretWouldBeAPairThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> JwtKey.of(Secret.of(TestKeys.SECRET), JwtAlgorithm.ES256))
			.withMessage("The algorithm ES256 needs a pair of keys, and this is a secret");
	}

	@Test
	void whenCurveIsOfAnotherWorldThenRefused() throws Exception {
		KeyPair pair = new ECKeyGenerator(Curve.P_256).generate().toKeyPair();
		assertThat(JwtAlgorithm.usualFor(pair.getPublic())).isEqualTo(JwtAlgorithm.ES256);
		KeyPair agreement = KeyPairGenerator.getInstance("X25519").generateKeyPair();
		assertThatIllegalArgumentException().isThrownBy(() -> JwtAlgorithm.usualFor(agreement.getPublic()))
			.withMessage("No algorithm for tokens fits a key of the kind XDH");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
	void whenKeysAreNoPairThenRefused(JwtAlgorithm algorithm) throws Exception {
		KeyPair one = TestKeys.pair(algorithm);
		KeyPair other = TestKeys.another(algorithm);
		assertThatIllegalArgumentException().isThrownBy(() -> JwtKey.of(one.getPrivate(), other.getPublic(), algorithm))
			.withMessage("The private key and the public key are not a pair");
	}

	@Test
	void whenPrintedThenIdAndAlgorithmAlone() {
		assertThat(TestKeys.key(JwtAlgorithm.EDDSA).withId("a")).hasToString("JwtKey[id=a, algorithm=EdDSA]");
		assertThat(KeyRing.of(TestKeys.key(JwtAlgorithm.HS256))).hasToString("KeyRing[JwtKey[algorithm=HS256]]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\nb", "\u0000" })
	void whenIdCannotBeLoggedThenRefused(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> TestKeys.key(JwtAlgorithm.HS256).withId(id));
	}

	private static JwtKey of(KeyPair pair, JwtAlgorithm algorithm) {
		return JwtKey.of(pair.getPrivate(), pair.getPublic(), algorithm);
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
