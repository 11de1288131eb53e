package dev.authgate.spring.guard;

import dev.authgate.Authenticated;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.app.RefusedStart;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose handlers have annotations that cannot be met does not start, and
 * the text names the handler.
 */
class AnnotationRefusalTests {

	/** G10. */
	@Test
	void whenAnnotationNamesUnknownAuthenticatorThenRefused() {
		assertThat(RefusedStart.of(UnknownAuthenticator.class)).contains("'ldap'", "UnknownAuthenticator.get",
				"api-key");
	}

	@Test
	void whenRegistryDoesNotKnowPermissionOfAnnotationThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Guarded.class, "authgate.permissions.agents=read"))
			.contains("Guarded.", "threads");
	}

	@Test
	void whenAnnotationRequiresWildcardThenRefused() {
		assertThat(RefusedStart.of(WildcardPermission.class)).contains("WildcardPermission.get", "threads:*");
	}

	/** G9. */
	@Test
	void whenPermissionsOfAnnotationAreEmptyThenRefused() {
		assertThat(RefusedStart.of(EmptyPermission.class)).contains("EmptyPermission.get", "empty");
	}

	/** G9. */
	@Test
	void whenRolesOfAnnotationAreEmptyThenRefused() {
		assertThat(RefusedStart.of(EmptyRole.class)).contains("EmptyRole.get", "empty");
	}

	@Test
	void whenPublicAndRequirementContradictThenRefused() {
		assertThat(RefusedStart.of(Contradictory.class)).contains("Contradictory.get", "@PublicAccess",
				"@RequirePermission");
	}

	@Test
	void whenTwoInterfacesRequireDifferentlyThenRefused() {
		assertThat(RefusedStart.of(Torn.class)).contains("Torn.get", "@RequirePermission");
	}

	@RestController
	static class UnknownAuthenticator {

		@Authenticated(by = "ldap")
		@GetMapping("/x")
		String get() {
			return "";
		}

	}

	@RestController
	static class WildcardPermission {

		@RequirePermission("threads:*")
		@GetMapping("/x")
		String get() {
			return "";
		}

	}

	@RestController
	static class EmptyPermission {

		@RequirePermission({})
		@GetMapping("/x")
		String get() {
			return "";
		}

	}

	@RestController
	static class EmptyRole {

		@RequireRole({})
		@GetMapping("/x")
		String get() {
			return "";
		}

	}

	@RestController
	static class Contradictory {

		@PublicAccess
		@RequirePermission("threads:read")
		@GetMapping("/x")
		String get() {
			return "";
		}

	}

	interface Left {

		@RequirePermission("threads:read")
		String get();

	}

	interface Right {

		@RequirePermission("threads:write")
		String get();

	}

	@RestController
	static class Torn implements Left, Right {

		@Override
		@GetMapping("/x")
		public String get() {
			return "";
		}

	}

}
