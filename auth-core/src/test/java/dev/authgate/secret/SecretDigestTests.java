package dev.authgate.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretDigestTests {

	private static final String ABC = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	@Test
	void whenDigestedThenTheValueOfTheStandard() {
		assertThat(SecretDigest.of("abc")).hasToString(ABC);
	}

	@Test
	void whenParsedThenEqualToDigest() {
		assertThat(SecretDigest.parse(ABC)).isEqualTo(SecretDigest.of(Secret.of("abc")))
			.hasSameHashCodeAs(SecretDigest.of("abc"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 7, 15, 22, 30, 38, 46, 54, 62, 70 })
	void whenOneDigitDiffersThenNotEqual(int position) {
		char other = (ABC.charAt(position) == '0') ? '1' : '0';
		SecretDigest changed = SecretDigest.parse(ABC.substring(0, position) + other + ABC.substring(position + 1));
		assertThat(changed).isNotEqualTo(SecretDigest.of("abc"));
	}

	@Test
	void whenComparedWithSomethingElseThenNotEqual() {
		assertThat(SecretDigest.of("abc")).isNotEqualTo(ABC).isNotEqualTo(null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "canary", "sha256:",
			"SHA256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
			"sha256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
			"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
			"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015add",
			"sha256:ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" })
	void whenWrittenOtherwiseThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> SecretDigest.parse(text))
			.withMessage("Expected sha256: followed by 64 lower-case hexadecimal digits");
	}

	@Test
	void whenNamedThenByTheFirstEightDigits() {
		assertThat(SecretDigest.of("abc").fingerprint()).isEqualTo("ba7816bf");
	}

	/** F12. */
	@Test
	void whenPrintedThenTextIsHidden() {
		assertThat(SecretDigest.of("canary").toString()).doesNotContain("canary");
	}

	@Test
	void whenManyThreadsDigestThenEachGetsItsOwn() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Boolean>> tasks = new ArrayList<>();
			for (int i = 0; i < 400; i++) {
				tasks.add(() -> SecretDigest.of("abc").equals(SecretDigest.parse(ABC)));
			}
			for (Future<Boolean> equal : pool.invokeAll(tasks)) {
				assertThat(equal.get()).isTrue();
			}
		}
		finally {
			pool.shutdownNow();
		}
	}

}
