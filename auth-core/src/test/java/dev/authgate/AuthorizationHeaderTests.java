package dev.authgate;

import java.util.List;

import dev.authgate.contract.HostileTexts;
import dev.authgate.contract.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationHeaderTests {

	/** B1. */
	@Test
	void whenThereIsNoneThenAbsent() {
		assertThat(TestRequests.anonymous().authorization()).isInstanceOf(AuthorizationHeader.Absent.class);
	}

	/** B5. */
	@Test
	void whenWellFormedThenBothPartsAreRead() {
		assertThat(AuthorizationHeader.parse(List.of("Bearer Huginn")))
			.isEqualTo(new AuthorizationHeader.Present("Bearer", "Huginn"));
	}

	@Test
	void whenCredentialsHaveAnyVisibleCharacterThenKept() {
		assertThat(AuthorizationHeader.parse(List.of("Bearer !x~")))
			.isEqualTo(new AuthorizationHeader.Present("Bearer", "!x~"));
	}

	/** B7. */
	@Test
	void whenSeveralSpacesSeparateThenBothPartsAreRead() {
		assertThat(AuthorizationHeader.parse(List.of("Bearer   Huginn")))
			.isEqualTo(new AuthorizationHeader.Present("Bearer", "Huginn"));
	}

	/** B6. */
	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "bearer", "BEARER", "bEaReR" })
	void whenSchemeHasOtherCaseThenSame(String scheme) {
		AuthorizationHeader header = AuthorizationHeader.parse(List.of(scheme + " x"));
		assertThat(((AuthorizationHeader.Present) header).isScheme("Bearer")).isTrue();
	}

	@Test
	void whenSchemeIsAnotherThenNotSame() {
		AuthorizationHeader header = AuthorizationHeader.parse(List.of("Basic x"));
		assertThat(((AuthorizationHeader.Present) header).isScheme("Bearer")).isFalse();
	}

	/** B2, B4, B8, B11. */
	@ParameterizedTest
	@ValueSource(strings = { "plain_token", "something else entirely", "Bearer", "Bearer ", "Bearer\tx", "Bearer \tx",
			" Bearer x", " x", "Bearer x ", "Bearer x y", "", " ", "Bearer é", "Bearér x", "Bearer x\u0000",
			"Bearer x\r\nA: b", "Bearer\u00a0x", "Bearer x\u007f" })
	void whenInAnotherFormThenMalformed(String value) {
		assertThat(AuthorizationHeader.parse(List.of(value))).isInstanceOf(AuthorizationHeader.Malformed.class);
	}

	/** B9. */
	@Test
	void whenSentTwiceThenMalformed() {
		assertThat(AuthorizationHeader.parse(List.of("Bearer x", "Bearer x")))
			.isInstanceOf(AuthorizationHeader.Malformed.class);
	}

	/** B13. */
	@Test
	void whenLongerThanTheLimitThenMalformed() {
		String longest = "Bearer " + "x".repeat(AuthorizationHeader.MAX_LENGTH - 7);
		assertThat(AuthorizationHeader.parse(List.of(longest))).isInstanceOf(AuthorizationHeader.Present.class);
		assertThat(AuthorizationHeader.parse(List.of(longest + "x"))).isInstanceOf(AuthorizationHeader.Malformed.class);
	}

	@Test
	void whenHostileThenNeverThrown() {
		assertThat(HostileTexts.all())
			.allSatisfy((text) -> assertThat(AuthorizationHeader.parse(List.of(text))).isNotNull());
	}

	@Test
	void whenPrintedThenCredentialsAreHidden() {
		assertThat(AuthorizationHeader.parse(List.of("Bearer canary")).toString()).doesNotContain("canary");
	}

}
