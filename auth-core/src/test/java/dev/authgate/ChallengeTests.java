package dev.authgate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChallengeTests {

	/** B12. */
	@Test
	void whenBearerThenSchemeAlone() {
		assertThat(Challenge.bearer().header()).isEqualTo("Bearer");
		assertThat(Challenge.bearer().isBearer()).isTrue();
	}

	@Test
	void whenRealmIsNamedThenQuoted() {
		assertThat(new Challenge("Basic", "My app").header()).isEqualTo("Basic realm=\"My app\"");
		assertThat(new Challenge("Basic", "My app").isBearer()).isFalse();
	}

	/** I2. */
	@Test
	void whenBasicThenRealmAndEncoding() {
		assertThat(Challenge.basic("Restricted").header()).isEqualTo("Basic realm=\"Restricted\", charset=\"UTF-8\"");
		assertThat(Challenge.basic("x").header("a=\"b\"")).isEqualTo("Basic realm=\"x\", charset=\"UTF-8\", a=\"b\"");
	}

	@Test
	void whenOnlyEncodingIsNamedThenAlone() {
		assertThat(new Challenge("Custom", null, "UTF-8").header("a=\"b\""))
			.isEqualTo("Custom charset=\"UTF-8\", a=\"b\"");
	}

	/** J7. */
	@Test
	void whenBearerHasRealmThenNamed() {
		assertThat(Challenge.bearer("api").header()).isEqualTo("Bearer realm=\"api\"");
	}

	/** J7. */
	@Test
	void whenAttributesFollowThenSeparatedByOneComma() {
		assertThat(new Challenge("Bearer", "api").header("error=\"invalid_token\""))
			.isEqualTo("Bearer realm=\"api\", error=\"invalid_token\"");
		assertThat(Challenge.bearer().header("error=\"invalid_token\"")).isEqualTo("Bearer error=\"invalid_token\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bea rer", "Bearer\r\n", "\"", "é" })
	void whenSchemeIsNoTokenThenRefused(String scheme) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Challenge(scheme, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\"b", "a\\b", "a\r\nb", "é" })
	void whenRealmWouldNeedEscapingThenRefused(String realm) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Challenge("Basic", realm));
		assertThatIllegalArgumentException().isThrownBy(() -> new Challenge("Basic", null, realm));
	}

}
