package dev.authgate.spring.autoconfigure.authenticator;

import java.util.Locale;

import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

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

	@Test
	void whenEncodedOtherwiseThanItSaysThenRefused() {
		assertThatExceptionOfType(MisconfigurationException.class)
			.isThrownBy(() -> this.passwords.encoded(Secret.of("{bcrypt}plain"), "there"));
	}

	private void assertTaken(String configured) {
		assertThat(this.passwords.matches(PASSWORD, this.passwords.encoded(Secret.of(configured), "there"))).isTrue();
	}

}
