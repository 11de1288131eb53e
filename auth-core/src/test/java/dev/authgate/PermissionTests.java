package dev.authgate;

import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PermissionTests {

	/** C1. */
	@ParameterizedTest
	@CsvSource({ "files,read", "files,write", "files,delete", "threads,read", "threads,write", "threads,delete",
			"agents,read", "agents,write", "agents,delete" })
	void whenWellFormedThenBothSidesAreRead(String resource, String action) {
		Permission permission = Permission.of(resource + ":" + action);
		assertThat(permission.resource()).isEqualTo(resource);
		assertThat(permission.action()).isEqualTo(action);
		assertThat(permission).hasToString(resource + ":" + action);
	}

	/** C2. */
	@ParameterizedTest
	@ValueSource(strings = { "nocolon", ":action", "resource:", "", "a:b:c", ":" })
	void whenFormatIsWrongThenRefusedInTheseWords(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Permission.of(text))
			.withMessage("Invalid permission format: '" + text + "'. Expected <resource>:<action>");
		assertThat(Permission.isValid(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a :b", "a: b", "a:b ", "a:b\n", "a:b,c", "a\"b:c", "a\\b:c", "é:b", "a:\u0000", "a:\u007f" })
	void whenCharacterCannotTravelUnescapedThenRefused(String text) {
		assertThat(Permission.isValid(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a*:b", "*a:b", "a:b*", "**:b", "a:**" })
	void whenWildcardIsPartOfASideThenRefused(String text) {
		assertThat(Permission.isValid(text)).isFalse();
	}

	@Test
	void whenRefusedThenMessageIsOneShortLine() {
		assertThatIllegalArgumentException().isThrownBy(() -> Permission.of("a\r\nb" + "x".repeat(5000)))
			.withMessageMatching("[ -~]{1,200}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*:*", "*:read", "files:*" })
	void whenSideIsAStarThenWildcard(String text) {
		assertThat(Permission.of(text).isWildcard()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "files:read", "a:b", "!:~" })
	void whenNoSideIsAStarThenNoWildcard(String text) {
		assertThat(Permission.of(text).isWildcard()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "files:read,files:read", "files:*,files:read", "*:read,files:read", "*:*,files:read" })
	void whenHeldCoversRequiredThenImplied(String held, String required) {
		assertThat(Permission.of(held).implies(Permission.of(required))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "files:read,files:write", "files:read,threads:read", "files:*,threads:read", "*:read,files:write",
			"files:read,files:*", "FILES:read,files:read" })
	void whenHeldDoesNotCoverRequiredThenNotImplied(String held, String required) {
		assertThat(Permission.of(held).implies(Permission.of(required))).isFalse();
	}

	@Test
	void whenTextIsEqualThenEqual() {
		assertThat(Permission.of("a:b")).isEqualTo(Permission.of("a:b"))
			.hasSameHashCodeAs(Permission.of("a:b"))
			.isNotEqualTo(Permission.of("a:c"))
			.isNotEqualTo("a:b");
	}

	@Test
	void whenSortedThenByText() {
		assertThat(new TreeSet<>(List.of(Permission.of("b:a"), Permission.of("a:b"), Permission.of("a:a"))))
			.containsExactly(Permission.of("a:a"), Permission.of("a:b"), Permission.of("b:a"));
	}

}
