package dev.authgate.secret;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTests {

	/** F12. */
	@Test
	void whenPrintedThenMasked() {
		assertThat(Secret.of("canary")).hasToString("******");
		assertThat("key: " + Secret.of("canary")).doesNotContain("canary");
	}

	/** F12. */
	@Test
	void whenHashedThenNothingIsTold() {
		assertThat(Secret.of("canary")).hasSameHashCodeAs(Secret.of("other"));
	}

	@Test
	void whenTextIsEqualThenEqual() {
		assertThat(Secret.of("canary")).isEqualTo(Secret.of("canary"))
			.isNotEqualTo(Secret.of("canarz"))
			.isNotEqualTo(Secret.of("canary "))
			.isNotEqualTo("canary");
	}

	@Test
	void whenRevealedThenTheText() {
		assertThat(Secret.of("pâss").reveal()).isEqualTo("pâss");
		assertThat(Secret.of("pâss").utf8()).isEqualTo("pâss".getBytes(StandardCharsets.UTF_8));
		assertThat(Secret.of("pâss").length()).isEqualTo(4);
	}

	@Test
	void whenBytesAreWipedThenSecretStays() {
		Secret secret = Secret.of("canary");
		secret.utf8()[0] = 0;
		assertThat(secret).isEqualTo(Secret.of("canary"));
	}

	@Test
	void whenSerializedThenImpossible() {
		assertThat(Secret.of("canary")).isNotInstanceOf(Serializable.class);
	}

}
