package dev.authgate;

import java.util.List;
import java.util.Map;

import dev.authgate.contract.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PermissionRegistryTests {

	private final PermissionRegistry registry = TestUsers.registry();

	/** C1. */
	@Test
	void whenAskedForAllThenTheNineAreGivenSorted() {
		assertThat(this.registry.all()).containsExactly("agents:delete", "agents:read", "agents:write", "files:delete",
				"files:read", "files:write", "threads:delete", "threads:read", "threads:write");
	}

	/** C1. */
	@Test
	void whenKnownThenNoProblem() {
		assertThat(this.registry.all()).allMatch((permission) -> this.registry.problemOf(permission) == null);
	}

	/** C2. */
	@ParameterizedTest
	@ValueSource(strings = { "nocolon", ":action", "resource:", "", "a:b:c", ":" })
	void whenMalformedThenProblemIsTheFormat(String text) {
		assertThat(this.registry.problemOf(text))
			.isEqualTo("Invalid permission format: '" + text + "'. Expected <resource>:<action>");
	}

	/** C3. */
	@ParameterizedTest
	@CsvSource({ "folders:read, folders", "folders:*, folders", "folders:nothing, folders", "FILES:read, FILES" })
	void whenResourceIsUnknownThenSaidInTheseWords(String permission, String resource) {
		assertThat(this.registry.problemOf(permission)).isEqualTo("Unknown permission resource: '" + resource + "'");
	}

	/** C3. */
	@ParameterizedTest
	@CsvSource({ "files:rename, rename, files", "*:rename, rename, *" })
	void whenActionIsUnknownThenSaidInTheseWords(String permission, String action, String resource) {
		assertThat(this.registry.problemOf(permission))
			.isEqualTo("Unknown permission action: '" + action + "' for resource '" + resource + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*:*", "files:*", "*:read" })
	void whenWildcardCoversSomethingThenNoProblem(String permission) {
		assertThat(this.registry.problemOf(permission)).isNull();
	}

	@Test
	void whenActionIsKnownForAnotherResourceOnlyThenProblem() {
		PermissionRegistry uneven = PermissionRegistry.of(Map.of("files", List.of("read"), "jobs", List.of("run")));
		assertThat(uneven.problemOf("files:run")).isEqualTo("Unknown permission action: 'run' for resource 'files'");
	}

	@Test
	void whenExpandedThenWildcardsBecomeKnownPermissions() {
		assertThat(this.registry.expand(PermissionSet.of("files:*", "*:read", "agents:write"))).containsExactly(
				"agents:read", "agents:write", "files:delete", "files:read", "files:write", "threads:read");
	}

	@Test
	void whenThereIsNothingToExpandThenSame() {
		PermissionSet concrete = PermissionSet.of("files:read");
		assertThat(this.registry.expand(concrete)).isSameAs(concrete);
	}

	@Test
	void whenOpenThenEveryWellFormedPermissionIsKnownAndKept() {
		PermissionSet wild = PermissionSet.of("anything:*");
		assertThat(PermissionRegistry.open().problemOf("any:thing")).isNull();
		assertThat(PermissionRegistry.open().expand(wild)).isSameAs(wild);
		assertThat(PermissionRegistry.open().all()).containsExactly("*:*");
	}

	@Test
	void whenOpenThenMalformedPermissionIsAProblem() {
		assertThat(PermissionRegistry.open().problemOf("nocolon")).startsWith("Invalid permission format");
	}

	@Test
	void whenDeclaredWithWildcardThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> PermissionRegistry.of(Map.of("files", List.of("*"))))
			.withMessageContaining("wildcard");
	}

	@Test
	void whenDeclaredEmptyThenNothingIsKnown() {
		PermissionRegistry empty = PermissionRegistry.of(Map.of());
		assertThat(empty.all()).isEmpty();
		assertThat(empty.problemOf("files:read")).isEqualTo("Unknown permission resource: 'files'");
	}

}
