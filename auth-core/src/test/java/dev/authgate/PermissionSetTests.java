package dev.authgate;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PermissionSetTests {

	/** C4. */
	@Test
	void whenMadeThenSortedAndFreeOfDuplicates() {
		assertThat(PermissionSet.of("threads:read", "agents:write", "threads:read", "agents:read"))
			.containsExactly("agents:read", "agents:write", "threads:read");
	}

	/** C11. */
	@Test
	void whenMadeFromMapThenEqualToTexts() {
		Map<String, List<String>> map = Map.of("files", List.of("write", "read"), "agents", List.of("delete"));
		assertThat(PermissionSet.of(map)).isEqualTo(PermissionSet.of("agents:delete", "files:read", "files:write"));
	}

	@Test
	void whenMapHasResourceWithoutActionsThenItGrantsNothing() {
		assertThat(PermissionSet.of(Map.of("files", List.of()))).isEmpty();
	}

	/** C2. */
	@ParameterizedTest
	@ValueSource(strings = { "a:b", "", "a b" })
	void whenMapHasMalformedResourceThenRefused(String resource) {
		assertThatIllegalArgumentException().isThrownBy(() -> PermissionSet.of(Map.of(resource, List.of("read"))));
	}

	/** C2. */
	@Test
	void whenOneIsMalformedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> PermissionSet.of("files:read", "nocolon"))
			.withMessage("Invalid permission format: 'nocolon'. Expected <resource>:<action>");
	}

	/** C5. */
	@Test
	void whenHeldThenGranted() {
		PermissionSet set = PermissionSet.of("agents:read", "files:read", "files:write", "threads:read");
		assertThat(set).allMatch(set::grants);
	}

	/** C5. */
	@ParameterizedTest
	@ValueSource(strings = { "files:delete", "agents:write", "a:a", "z:z", "files:readx", "files:rea" })
	void whenNotHeldThenNotGranted(String required) {
		assertThat(PermissionSet.of("agents:read", "files:read", "files:write").grants(required)).isFalse();
	}

	@Test
	void whenWildcardIsHeldThenWhatItCoversIsGranted() {
		PermissionSet set = PermissionSet.of("files:*", "*:read");
		assertThat(set.grants("files:delete")).isTrue();
		assertThat(set.grants("threads:read")).isTrue();
		assertThat(set.grants("threads:write")).isFalse();
	}

	@Test
	void whenRequiredIsMalformedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> PermissionSet.all().grants("nocolon"));
	}

	@Test
	void whenEmptyThenNothingIsGranted() {
		assertThat(PermissionSet.none().grants("files:read")).isFalse();
		assertThat(PermissionSet.of()).isSameAs(PermissionSet.none());
	}

	@Test
	void whenAllThenEverythingIsGranted() {
		assertThat(PermissionSet.all().grants("files:read")).isTrue();
		assertThat(PermissionSet.all().hasWildcards()).isTrue();
	}

	@Test
	void whenJoinedThenBothAreGranted() {
		PermissionSet both = PermissionSet.of("b:b", "d:d").plus(PermissionSet.of("a:a", "b:b", "c:*"));
		assertThat(both).containsExactly("a:a", "b:b", "c:*", "d:d");
		assertThat(both.grants("c:x")).isTrue();
	}

	@Test
	void whenJoinedWithNothingNewThenSame() {
		PermissionSet set = PermissionSet.of("a:a", "b:b");
		assertThat(set.plus(PermissionSet.of("a:a"))).isSameAs(set);
	}

	@Test
	void whenChangedThroughItsMethodsThenRefused() {
		PermissionSet set = PermissionSet.of("a:a");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> set.add("b:b"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> set.remove("a:a"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(set::clear);
	}

	@Test
	void whenArrayIsChangedAfterwardsThenSetIsNot() {
		String[] permissions = { "b:b", "a:a" };
		PermissionSet set = PermissionSet.of(permissions);
		permissions[0] = "*:*";
		assertThat(set).containsExactly("a:a", "b:b");
		assertThat(permissions).containsExactly("*:*", "a:a");
	}

	@Test
	void whenComparedThenLikeAnySet() {
		assertThat(PermissionSet.of("a:a", "b:b")).isEqualTo(Set.of("b:b", "a:a"))
			.hasSameHashCodeAs(Set.of("a:a", "b:b"))
			.isNotEqualTo(Set.of("a:a"));
	}

	@Test
	void whenAskedForSomethingElseThanTextThenNotContained() {
		assertThat(PermissionSet.of("a:a").contains(Permission.of("a:a"))).isFalse();
		assertThat(PermissionSet.of("a:a").contains("a:a")).isTrue();
	}

}
