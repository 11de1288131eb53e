package dev.authgate.spring.guard.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.authgate.Permission;
import dev.authgate.PermissionSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequirementTests {

	private static final PermissionSet READER = PermissionSet.of("threads:read");

	/** C6. */
	@Test
	void whenNothingIsRequiredThenNothingIsMissing() {
		assertThat(Requirement.NONE.isNone()).isTrue();
		assertThat(Requirement.NONE.judge(PermissionSet.of(), Set.of()).any()).isFalse();
	}

	/** C5. */
	@Test
	void whenAllAreRequiredThenTheMissingOnesAreNamedInOrder() {
		Shortfall shortfall = all("threads:write", "threads:read", "agents:read").judge(READER, Set.of());
		assertThat(shortfall.any()).isTrue();
		assertThat(shortfall.permissions()).containsExactly("threads:write", "agents:read");
	}

	@Test
	void whenAnyIsEnoughThenOneSuffices() {
		assertThat(any("threads:write", "threads:read").judge(READER, Set.of()).any()).isFalse();
		assertThat(any("threads:write", "agents:read").judge(READER, Set.of()).permissions())
			.containsExactly("threads:write", "agents:read");
	}

	@Test
	void whenClausesAreJoinedThenAllMustBeMet() {
		Requirement both = all("threads:read").and(any("agents:read", "agents:write"));
		assertThat(both.judge(READER, Set.of()).permissions()).containsExactly("agents:read", "agents:write");
		assertThat(both.judge(PermissionSet.of("threads:read", "agents:write"), Set.of()).any()).isFalse();
	}

	@Test
	void whenSamePermissionIsMissingTwiceThenItIsNamedOnce() {
		assertThat(all("agents:read").and(all("agents:read")).judge(READER, Set.of()).permissions())
			.containsExactly("agents:read");
	}

	@ParameterizedTest
	@CsvSource({ "*:*", "threads:*", "*:write", "threads:write" })
	void whenWildcardIsGrantedThenItCounts(String granted) {
		assertThat(all("threads:write").judge(PermissionSet.of(granted), Set.of()).any()).isFalse();
	}

	@Test
	void whenRolesAreRequiredThenAnyOfThemIsEnough() {
		Requirement roles = Requirement.ofRoles(Set.of("admin", "auditor"));
		assertThat(roles.judge(READER, Set.of("auditor", "x")).any()).isFalse();
		assertThat(roles.judge(READER, Set.of("user")).any()).isTrue();
		assertThat(roles.judge(READER, Set.of("user")).permissions()).isEmpty();
	}

	@Test
	void whenRoleClausesAreJoinedThenEachMustBeMet() {
		Requirement roles = Requirement.ofRoles(Set.of("admin")).and(Requirement.ofRoles(Set.of("auditor")));
		assertThat(roles.judge(READER, Set.of("admin")).any()).isTrue();
		assertThat(roles.judge(READER, Set.of("admin", "auditor")).any()).isFalse();
	}

	@Test
	void whenPermissionAndRoleAreRequiredThenEitherAloneIsNotEnough() {
		Requirement both = all("threads:read").and(Requirement.ofRoles(Set.of("admin")));
		assertThat(both.judge(READER, Set.of()).any()).isTrue();
		assertThat(both.judge(PermissionSet.of(), Set.of("admin")).any()).isTrue();
		assertThat(both.judge(READER, Set.of("admin")).any()).isFalse();
	}

	@Test
	void whenJoinedWithNothingThenUnchanged() {
		assertThat(all("a:b").and(Requirement.NONE)).isEqualTo(all("a:b"));
		assertThat(Requirement.NONE.and(all("a:b"))).isEqualTo(all("a:b"));
	}

	@Test
	void whenShownThenReadable() {
		Requirement requirement = all("a:b", "c:d").and(any("e:f", "g:h")).and(Requirement.ofRoles(Set.of("y", "x")));
		assertThat(requirement).hasToString("a:b, c:d, e:f or g:h, role x or y");
	}

	private static Requirement all(String... permissions) {
		return clause(false, permissions);
	}

	private static Requirement any(String... permissions) {
		return clause(true, permissions);
	}

	private static Requirement clause(boolean anyOf, String... permissions) {
		List<Permission> all = Arrays.stream(permissions).map(Permission::of).toList();
		return Requirement.of(new Requirement.Permissions(all, anyOf));
	}

}
