package dev.authgate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.authgate.contract.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuthUserTests {

	@Test
	void whenMadeFromIdThenWithoutDataAndPermissions() {
		assertThat(AuthUser.of("Huginn")).isEqualTo(new AuthUser("Huginn", Map.of(), PermissionSet.none()));
	}

	/** C4. */
	@Test
	void whenMadeWithPermissionsThenSortedAndUnique() {
		assertThat(AuthUser.of("a", "c:d", "a:b", "c:d").permissions()).containsExactly("a:b", "c:d");
	}

	/** C2. */
	@Test
	void whenPermissionIsMalformedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> AuthUser.of("a", "nocolon"));
	}

	@Test
	void whenComponentsAreListedThenTheyAreThreeInThisOrder() {
		assertThat(AuthUser.class.getRecordComponents()).extracting("name")
			.containsExactly("id", "data", "permissions");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\n", "\r", "a\0b", "\u007f", "\u0085", "\u2028", "\u2029", "\ud800", "a\udc00",
			"\udc00\ud800", "\ud800\ud800" })
	void whenIdCouldForgeOrMergeThenRefused(String id) {
		assertThat(AuthUser.isValidId(id)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> AuthUser.of(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "auth0|123", "Jürgen Müller", "ключ", "\ud83d\ude00", "a@b.c", "42" })
	void whenIdIsPrintableThenTaken(String id) {
		assertThat(AuthUser.of(id).id()).isEqualTo(id);
	}

	@Test
	void whenDataIsChangedAfterwardsThenUserIsNot() {
		List<Object> groups = new ArrayList<>(List.of("a"));
		Map<String, Object> nested = new HashMap<>(Map.of("groups", groups));
		Map<String, Object> data = new HashMap<>(Map.of("nested", nested));
		AuthUser user = new AuthUser("a", data, PermissionSet.none());
		groups.add("b");
		nested.put("x", 1);
		data.put("y", 2);
		assertThat(user.data()).isEqualTo(Map.of("nested", Map.of("groups", List.of("a"))));
	}

	@Test
	void whenDataIsChangedThroughUserThenRefused() {
		Map<String, Object> data = TestUsers.huginn().data();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> data.put("a", 1));
	}

	@Test
	void whenPrintedThenDataIsHidden() {
		assertThat(TestUsers.huginn().toString()).contains("huginn").doesNotContain("example.com", "email");
	}

	@Test
	void whenPermissionsAreReplacedThenTheRestStays() {
		AuthUser user = TestUsers.huginn().withPermissions(PermissionSet.of("a:b"));
		assertThat(user.permissions()).containsExactly("a:b");
		assertThat(user.data()).isEqualTo(TestUsers.huginn().data());
		assertThat(user.withPermissions(user.permissions())).isSameAs(user);
	}

}
