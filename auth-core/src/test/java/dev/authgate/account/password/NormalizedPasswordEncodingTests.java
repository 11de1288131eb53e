package dev.authgate.account.password;

import dev.authgate.contract.PlainPasswords;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One password on every keyboard (K18).
 */
class NormalizedPasswordEncodingTests {

	private final PlainPasswords plain = new PlainPasswords();

	private final PasswordEncoding encoding = new NormalizedPasswordEncoding(this.plain);

	@ParameterizedTest
	@CsvSource({ "caf\u00e9, cafe\u0301", "\ufb01sh, fish", "\uff41\uff42, ab", "\u212b, \u00c5" })
	void whenComposedOtherwiseThenTheSame(String one, String other) {
		assertThat(this.encoding.matches(Secret.of(other), this.encoding.encode(Secret.of(one)))).isTrue();
		assertThat(this.encoding.matches(Secret.of(one), this.encoding.encode(Secret.of(other)))).isTrue();
	}

	@Test
	void whenEncodedAsTypedElsewhereThenRightStill() {
		assertThat(this.encoding.matches(Secret.of("\ufb01sh"), Secret.of("{old}\ufb01sh"))).isTrue();
		assertThat(this.encoding.matches(Secret.of("fish"), Secret.of("{old}\ufb01sh"))).isFalse();
	}

	/** K16. */
	@Test
	void whenComparedThenAsOftenForEveryAccount() {
		this.encoding.matches(Secret.of("\ufb01sh"), Secret.of("{new}fish"));
		assertThat(this.plain.compared()).hasSize(2);
		this.encoding.matches(Secret.of("\ufb01sh"), Secret.of("{new}other"));
		assertThat(this.plain.compared()).hasSize(4);
		this.encoding.matches(Secret.of("fish"), Secret.of("{new}fish"));
		assertThat(this.plain.compared()).hasSize(5);
	}

}
