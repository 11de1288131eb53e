package dev.authgate.jwt.key.text;

import java.security.KeyPair;
import java.time.Clock;
import java.util.Base64;

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

class PemKeysTests {

	private static final KeyPair PAIR = TestKeys.pair(JwtAlgorithm.ES256);

	@ParameterizedTest
	@EnumSource(value = JwtAlgorithm.class, mode = EnumSource.Mode.EXCLUDE, names = { "HS256", "HS384", "HS512" })
	void whenPairIsReadThenItSignsWhatItsPublicKeyVerifies(JwtAlgorithm algorithm) throws Exception {
		KeyPair pair = TestKeys.pair(algorithm);
		JwtKey key = PemKeys.pair(Secret.of(TestKeys.opensslPem(pair)), null, algorithm);
		assertThat(key.publicKey()).isEqualTo(pair.getPublic());
		JwtKey verifying = PemKeys.verifying(TestKeys.pem(pair.getPublic()), algorithm);
		String token = KeyRing.of(key).sign("{}", Clock.systemUTC());
		KeyRing.of(verifying).verify(CompactToken.parse(token), Clock.systemUTC());
	}

	@ParameterizedTest
	@CsvSource({ "RS384, RS256", "ES256, ES256", "ES384, ES384", "ES512, ES512", "EDDSA, EDDSA" })
	void whenAlgorithmIsNotSaidThenTheUsualOneOfTheKey(JwtAlgorithm made, JwtAlgorithm usual) {
		Secret pem = Secret.of(TestKeys.opensslPem(TestKeys.pair(made)));
		assertThat(PemKeys.pair(pem, null, null).algorithm()).isEqualTo(usual);
	}

	@Test
	void whenPrivateKeyDoesNotHoldItsPublicKeyThenTheCommandIsShown() {
		Secret alone = Secret.of(TestKeys.pem(PAIR.getPrivate()));
		assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.pair(alone, null, null))
			.withMessage("The private key does not hold its public key. Take it out with"
					+ " 'openssl pkey -in key.pem -pubout -out public.pem', and set it beside the private key")
			.withNoCause();
		assertThat(PemKeys.pair(alone, TestKeys.pem(PAIR.getPublic()), null).publicKey()).isEqualTo(PAIR.getPublic());
	}

	@Test
	void whenPublicKeyIsAnotherOnesThenRefused() {
		String other = TestKeys.pem(TestKeys.another(JwtAlgorithm.ES256).getPublic());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PemKeys.pair(Secret.of(TestKeys.opensslPem(PAIR)), other, null))
			.withMessage("The private key and the public key are not a pair");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\n\n", "\n   " })
	void whenLinesEndDifferentlyThenRead(String end) {
		String pem = TestKeys.opensslPem(PAIR).replace("\r\n", "\n").replace("\n", end);
		assertThat(PemKeys.pair(Secret.of(pem), null, null).publicKey()).isEqualTo(PAIR.getPublic());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "ENCRYPTED PRIVATE KEY | it is encrypted. Decrypt it with: openssl pkcs8 -topk8 -nocrypt",
					"RSA PRIVATE KEY | it is in PKCS#1 form. Convert it to PKCS#8 with: openssl pkcs8 -topk8 -nocrypt",
					"EC PRIVATE KEY | it is in SEC1 form. Convert it to PKCS#8 with: openssl pkcs8 -topk8 -nocrypt",
					"PUBLIC KEY | it is a public key", "CERTIFICATE | it is a certificate.",
					"CANARY | it has no block '-----BEGIN PRIVATE KEY-----'" })
	void whenPrivateKeyIsInAnotherFormThenRefusedWithTheCommand(String label, String reason) {
		String pem = "-----BEGIN " + label + "-----\nY2FuYXJ5\n-----END " + label + "-----\n";
		assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.pair(Secret.of(pem), null, null))
			.withMessageStartingWith("The PEM text is not a private key: " + reason)
			.withNoCause();
	}

	@Test
	void whenOldFormIsEncryptedThenRefusedWithTheCommand() {
		String pem = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,63C0EF28\n\nAA==\n"
				+ "-----END RSA PRIVATE KEY-----\n";
		assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.pair(Secret.of(pem), null, null))
			.withMessageContaining("it is encrypted. Decrypt it with: openssl");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "PRIVATE KEY | it is a private key", "RSA PUBLIC KEY | it is in PKCS#1 form.",
			"CERTIFICATE | it is a certificate. Take the key out of it with: openssl x509" })
	void whenPublicKeyIsInAnotherFormThenRefusedWithTheCommand(String label, String reason) {
		String pem = "-----BEGIN " + label + "-----\nY2FuYXJ5\n-----END " + label + "-----\n";
		assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.verifying(pem, null))
			.withMessageStartingWith("The PEM text is not a public key: " + reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "canary", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----canary",
			"-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PUBLIC KEY-----",
			"-----BEGIN PRIVATE KEY-----\nY2FuYXJ5!\n-----END PRIVATE KEY-----",
			"-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----",
			"-----BEGIN PRIVATE KEY-----\nY=2FuYXJ5\n-----END PRIVATE KEY-----",
			"-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----", "/canary/key.pem" })
	void whenTextIsNoKeyThenRefusedWithoutRepeatingIt(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.pair(Secret.of(text), null, null))
			.withNoCause()
			.extracting(Throwable::getMessage)
			.asString()
			.doesNotContain("canary", "Y2Fu");
	}

	@Test
	void whenTextIsCutAnywhereThenRefused() {
		String pem = TestKeys.opensslPem(PAIR).strip();
		for (int length = 0; length < pem.length(); length++) {
			Secret cut = Secret.of(pem.substring(0, length));
			assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.pair(cut, null, null));
		}
	}

	@Test
	void whenEncodingIsChangedAnywhereThenNothingElseIsThrown() {
		byte[] bytes = Base64.getMimeDecoder().decode(TestKeys.opensslPem(PAIR).replaceAll("-----[A-Z ]+-----", ""));
		for (int i = 0; i < bytes.length; i++) {
			byte[] changed = bytes.clone();
			changed[i] ^= 0x41;
			Secret pem = Secret.of("-----BEGIN PRIVATE KEY-----" + Base64.getEncoder().encodeToString(changed)
					+ "-----END PRIVATE KEY-----");
			assertThatIllegalArgumentException().isThrownBy(() -> PemKeys.pair(pem, null, null));
		}
	}

}
