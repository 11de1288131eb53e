package dev.authgate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.authgate.contract.TestUsers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GrantsTests {

	private final Grants grants = Grants.of(TestUsers.registry(),
			Map.of("reader", List.of("*:read"), "clerk", List.of("files:write")));

	private final List<String> dropped = new ArrayList<>();

	@Test
	void whenConfiguredThenRolesAreAdded() {
		assertThat(this.grants.configured(List.of("agents:delete"), List.of("clerk"))).containsExactly("agents:delete",
				"files:write");
	}

	@Test
	void whenConfiguredWithWildcardsThenConcrete() {
		assertThat(this.grants.configured(List.of("files:*"), List.of("reader"))).containsExactly("agents:read",
				"files:delete", "files:read", "files:write", "threads:read");
	}

	/** C3. */
	@Test
	void whenConfiguredPermissionIsUnknownThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.grants.configured(List.of("a:read"), List.of()))
			.withMessage("Unknown permission resource: 'a'");
	}

	/** C2. */
	@Test
	void whenConfiguredPermissionIsMalformedThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.grants.configured(List.of("nocolon"), List.of()))
			.withMessageStartingWith("Invalid permission format");
	}

	/** C3. */
	@Test
	void whenRoleMeansUnknownPermissionThenRefused() {
		Map<String, List<String>> roles = Map.of("clerk", List.of("files:fold"));
		assertThatIllegalArgumentException().isThrownBy(() -> Grants.of(TestUsers.registry(), roles))
			.withMessage("Unknown permission action: 'fold' for resource 'files'");
	}

	/** C10. */
	@Test
	void whenReceivedPermissionIsUnknownOrMalformedThenDropped() {
		PermissionSet granted = this.grants.received(List.of("files:read", "nocolon", "files:fold", "a:b:c"), List.of(),
				this.dropped::add);
		assertThat(granted).containsExactly("files:read");
		assertThat(this.dropped).containsExactly("nocolon", "files:fold", "a:b:c");
	}

	@Test
	void whenReceivedThenWildcardsAndRolesCount() {
		assertThat(this.grants.received(List.of("threads:*"), List.of("clerk", "unheard-of"), this.dropped::add))
			.containsExactly("files:write", "threads:delete", "threads:read", "threads:write");
		assertThat(this.dropped).isEmpty();
	}

	@Test
	void whenOpenThenWellFormedPermissionsStayAsTheyAre() {
		assertThat(Grants.open().received(List.of("b:*", "a:b"), List.of("reader"), this.dropped::add))
			.containsExactly("a:b", "b:*");
	}

	@Test
	void whenOpenThenMalformedPermissionIsDropped() {
		assertThat(Grants.open().received(List.of("nocolon"), List.of(), this.dropped::add)).isEmpty();
		assertThat(this.dropped).containsExactly("nocolon");
	}

	@Test
	void whenAskedForRegistryThenGiven() {
		assertThat(this.grants.registry().all()).hasSize(9);
	}

}
