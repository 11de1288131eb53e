package dev.authgate.spring.autoconfigure.authenticator;

import java.util.Locale;

import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.account.password.PasswordTooLongException;
import dev.authgate.contract.Race;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Configured passwords: what an encoder really made is taken.
 */
class PasswordsTests {

	private static final Secret PASSWORD = Secret.of("a-password-of-somebody");

	private final Passwords passwords = Passwords.of(null);

	/** I5. */
	@Test
	void whenEncodedByBcryptThenTaken() {
		for (BCryptVersion version : BCryptVersion.values()) {
			assertTaken("{bcrypt}" + new BCryptPasswordEncoder(version, 4).encode(PASSWORD.reveal()));
		}
	}

	/** I5. */
	@Test
	void whenEncodedByPbkdf2ThenTaken() {
		String encoded = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD.reveal());
		assertTaken("{pbkdf2@SpringSecurity_v5_8}" + encoded);
		assertTaken("{pbkdf2@SpringSecurity_v5_8}" + encoded.toUpperCase(Locale.ROOT));
	}

	/** I5. */
	@Test
	void whenEncodedByArgon2OrScryptThenTaken() {
		assertTaken("{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD.reveal()));
		assertTaken("{argon2@SpringSecurity_v5_8}"
				+ Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD.reveal()));
		assertTaken(
				"{scrypt@SpringSecurity_v5_8}" + new SCryptPasswordEncoder(2, 8, 1, 32, 16).encode(PASSWORD.reveal()));
	}

	/** F33. */
	@Test
	void whenEncodedThenByArgon2AsOwaspAsks() {
		Secret encoded = this.passwords.encode(PASSWORD);
		assertThat(encoded.reveal()).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(this.passwords.matches(PASSWORD, encoded)).isTrue();
		assertThat(this.passwords.matches(Secret.of("another"), encoded)).isFalse();
		assertThat(this.passwords.needsUpgrade(encoded)).isFalse();
	}

	/** M6. */
	@Test
	void whenEncodedOtherwiseOrCheaperThenUpgradeIsDue() {
		String bcrypt = new BCryptPasswordEncoder(4).encode(PASSWORD.reveal());
		String cheap = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD.reveal());
		assertThat(this.passwords.needsUpgrade(Secret.of("{bcrypt}" + bcrypt))).isTrue();
		assertThat(this.passwords.needsUpgrade(Secret.of("{argon2}" + cheap))).isTrue();
		assertThat(this.passwords.needsUpgrade(Secret.of("{argon2@SpringSecurity_v5_8}" + cheap))).isTrue();
	}

	/** K18. */
	@Test
	void whenPasswordHasHalfAPairThenWrongAndNothingFails() {
		Secret encoded = this.passwords.encode(Secret.of("raven\ufffd"));
		assertThat(this.passwords.matches(Secret.of("raven\ud800"), encoded)).isFalse();
		assertThat(this.passwords.matches(Secret.of("raven\udc00"), encoded)).isFalse();
		assertThat(this.passwords.matches(Secret.of("raven\ufffd"), encoded)).isTrue();
		assertThat(this.passwords.matches(Secret.of("\ud83d\ude00"), this.passwords.encode(Secret.of("\ud83d\ude00"))))
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{md5}5f4dcc3b5aa765d61d8327deb882cf99", "{unknown}x", "plain", "", "{}" })
	void whenStoredInNoKnownEncodingThenWrong(String stored) {
		assertThat(this.passwords.matches(PASSWORD, Secret.of(stored))).isFalse();
		Passwords ofTheApplication = Passwords.of(PasswordEncoderFactories.createDelegatingPasswordEncoder());
		assertThat(ofTheApplication.matches(PASSWORD, Secret.of("{unknown}x"))).isFalse();
	}

	@Test
	void whenEncoderOfTheApplicationTakesNoMoreThenTooLong() {
		Passwords bcrypt = Passwords.of(new BCryptPasswordEncoder(4));
		assertThatExceptionOfType(PasswordTooLongException.class)
			.isThrownBy(() -> bcrypt.encode(Secret.of("x".repeat(73))));
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> bcrypt.encoded(Secret.of("x".repeat(73)), "there"));
	}

	/** K16. */
	@Test
	void whenManyLogInAtOnceThenAllAreJudged() {
		PasswordEncoding shared = this.passwords.shared();
		Secret encoded = shared.encode(PASSWORD);
		assertThat(Race.of(16, (i) -> shared.matches(PASSWORD, encoded))).hasSize(16).containsOnly(true);
	}

	@Test
	void whenEncodedOtherwiseThanItSaysThenRefused() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> this.passwords.encoded(Secret.of("{bcrypt}plain"), "there"));
	}

	private void assertTaken(String configured) {
		assertThat(this.passwords.matches(PASSWORD, this.passwords.encoded(Secret.of(configured), "there"))).isTrue();
	}

}
