package dev.authgate.jwt.key;

import java.util.Base64;

import dev.authgate.contract.TestJwts;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtKeyTests {

	private static final String RANDOM = "mT4vZ9pLq2XwK7sBd5Rj1Nc8Gh3YfUe6aVoQ0iPzDkSxCtWnEbHyJrMlFgAuI2O7";

	@Test
	void whenAlgorithmIsNotSaidThenHs256() {
		assertThat(JwtKey.of(Secret.of(TestJwts.SECRET)).algorithm()).isEqualTo(JwtAlgorithm.HS256);
	}

	@ParameterizedTest
	@CsvSource({ "HS256, 32", "HS384, 48", "HS512, 64" })
	void whenSecretHasExactlyEnoughBytesThenTaken(JwtAlgorithm algorithm, int bytes) {
		JwtKey key = JwtKey.of(Secret.of(RANDOM.substring(0, bytes)), algorithm);
		assertThat(key).hasToString("JwtKey[algorithm=" + algorithm + "]");
	}

	@ParameterizedTest
	@CsvSource({ "HS256, 31, 32", "HS384, 47, 48", "HS512, 63, 64" })
	void whenSecretIsOneByteShortThenRefusedWithAdvice(JwtAlgorithm algorithm, int bytes, int needed) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> JwtKey.of(Secret.of(RANDOM.substring(0, bytes)), algorithm))
			.withMessage("The JWT secret has " + bytes + " bytes, and " + algorithm + " needs at least " + needed
					+ ". Make one with 'openssl rand -base64 48' and keep it out of the source code.");
	}

	@Test
	void whenSecretIsNotAsciiThenItsUtf8BytesCount() {
		assertThat(JwtKey.of(Secret.of("Äpfel-Öl-Übung-ßtraße-12-ñandú")).algorithm()).isEqualTo(JwtAlgorithm.HS256);
	}

	@ParameterizedTest
	@EnumSource(value = JwtAlgorithm.class, names = "HS.*", mode = EnumSource.Mode.MATCH_ALL)
	void whenSecretIsBinaryThenItsOwnBytesCount(JwtAlgorithm algorithm) {
		String bytes = Base64.getEncoder().encodeToString(RANDOM.substring(0, algorithm.minSecretBytes()).getBytes());
		assertThat(JwtKey.of(Secret.of("base64:" + bytes), algorithm).algorithm()).isEqualTo(algorithm);
	}

	@Test
	void whenBinarySecretIsShortThenItsOwnBytesCount() {
		String bytes = Base64.getEncoder().encodeToString(RANDOM.substring(0, 31).getBytes());
		assertThatIllegalArgumentException().isThrownBy(() -> JwtKey.of(Secret.of("base64:" + bytes)))
			.withMessageContaining("has 31 bytes");
	}

	@Test
	void whenBinaryAndTextAreTheSameBytesThenTheSameKey() {
		String binary = "base64:" + Base64.getEncoder().encodeToString(TestJwts.SECRET.getBytes());
		assertThat(JwtKey.of(Secret.of(binary)).sign("{}")).isEqualTo(JwtKey.of(Secret.of(TestJwts.SECRET)).sign("{}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bVQ0dlo5cExxMlh3SzdzQmQ1UmoxTmM4R2gzWWZVZTY",
			"bVQ0dlo5cExxMlh3SzdzQmQ1UmoxTmM4R2gzWWZVZTY==", "bVQ0dlo5cExxMlh3SzdzQmQ1UmoxTmM4R2gzWWZVZTZ=",
			"bVQ0dlo5cExxMlh3SzdzQmQ1UmoxTmM4R2gzWWZVZT_=", " bVQ0dlo5cExxMlh3SzdzQmQ1UmoxTmM4R2gzWWZVZTY=",
			"bVQ0dlo5cExxMlh3SzdzQmQ1UmoxTmM4R2gzWWZVZTY=\n", "canary canary canary canary canary" })
	void whenBinarySecretIsNotStrictBase64ThenRefused(String encoded) {
		assertThatIllegalArgumentException().isThrownBy(() -> JwtKey.of(Secret.of("base64:" + encoded)))
			.withMessageStartingWith("The JWT secret starts with 'base64:' and is not padded standard Base64");
	}

	/** K13. */
	@ParameterizedTest
	@ValueSource(strings = { "", "base64:" })
	void whenSecretIsEmptyThenSaidSo(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> JwtKey.of(Secret.of(secret)))
			.withMessageStartingWith("The JWT secret is empty. ");
	}

	/** K13. */
	@ParameterizedTest
	@ValueSource(strings = { "your-secret-key", "your-production-secret-key", "NOTASECRET", "changeme", "secret",
			"your-256-bit-secret", "YOUR_SECRET_KEY", "changeit", "password",
			"aym1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
			"base64:AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ+EstJQLr/T+1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow==",
			"hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg", "base64:hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG+Onbc6mxCcYg=",
			"404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970",
			"09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7" })
	void whenSecretIsPublicThenSaidSo(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> JwtKey.of(Secret.of(secret)))
			.withMessage("The JWT secret is a known placeholder or public example. "
					+ "Make one with 'openssl rand -base64 48' and keep it out of the source code.");
	}

	/** K13. */
	@ParameterizedTest
	@ValueSource(strings = { "your-secret-key-your-secret-key-your-secret-key", "changemechangemechangemechangeme",
			"NOTASECRETNOTASECRETNOTASECRETNOTASECRET", "secret00000000000000000000000000",
			"your-production-secret-key-1234567890", "your-256-bit-secret.................",
			"a-string-secret-at-least-256-bits-long", "a-valid-string-secret-that-is-at-least-384-bits-long",
			"a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
			"your-super-secret-jwt-token-with-at-least-32-characters-long",
			"mySecretKeyForJWTTokenGenerationThatIsLongEnough", "======================BezKoder=Spring=============",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrstuvwxyz0123456789",
			"01234567890123456789012345678901", "x7Kq2x7Kq2x7Kq2x7Kq2x7Kq2x7Kq2x7Kq2",
			"qwertyqwerty1234567890qwertyqwerty", "mT4vZ9pLq2XwK7sBmT4vZ9pLq2XwK7sB",
			"                                        ", "base64:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
			"base64:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
			"base64:eW91ci1wcm9kdWN0aW9uLXNlY3JldC1rZXktMTIzNDU2Nzg5MA==" })
	void whenSecretIsPaddedOrRepeatedToLengthThenRefused(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> JwtKey.of(Secret.of(secret)))
			.withMessageMatching("The JWT secret is (easy to guess|a known placeholder or public example)\\. .*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery staple 7 times", "c0ffee17deadbeef8badf00d4d1ce5e9",
			"31415926535897932384626433832795", "base64:CR8AgP8z0QKbF+5kDaO3HMh1lFcu4gEGaZ7YI8q9bVA=",
			"x9$Lm2!pQ7@vR4#tZ8%wK1^nB5&cF3*h" })
	void whenSecretIsNoneOfTheseThenTaken(String secret) {
		assertThat(JwtKey.of(Secret.of(secret)).algorithm()).isEqualTo(JwtAlgorithm.HS256);
	}

	@ParameterizedTest
	@ValueSource(strings = { "canary", "base64:canary!", "canarycanarycanarycanarycanarycanary", "canary-secret-key" })
	void whenRefusedThenMessageHidesTheSecret(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> JwtKey.of(Secret.of(secret)))
			.withNoCause()
			.extracting(Throwable::getMessage)
			.asString()
			.doesNotContain("canary")
			.contains("openssl rand -base64 48");
	}

	@Test
	void whenPrintedThenSecretIsHidden() {
		assertThat(TestJwts.settings().toString()).contains("HS256").doesNotContain(TestJwts.SECRET);
	}

}
