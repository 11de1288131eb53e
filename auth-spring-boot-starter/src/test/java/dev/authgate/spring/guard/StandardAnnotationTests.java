package dev.authgate.spring.guard;

import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.app.RefusedStart;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The annotations of JSR-250 on handlers.
 */
class StandardAnnotationTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Plain.class, Denied.class, Permitted.class);

	@Test
	void whenPermitAllThenPublic() {
		assertThat(APP.get("/plain/open").status()).isEqualTo(200);
		assertThat(APP.getAs("rubbish-0123456789", "/plain/open").status()).isEqualTo(200);
	}

	@Test
	void whenDenyAllThenNobody() {
		assertThat(APP.get("/plain/closed").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.ADMIN, "/plain/closed").status()).isEqualTo(403);
	}

	@Test
	void whenRolesAllowedThenAnyOfThem() {
		assertThat(APP.get("/plain/roles").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/plain/roles").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.ADMIN, "/plain/roles").status()).isEqualTo(200);
	}

	@Test
	void whenRolesAllowedAndPermissionThenBoth() {
		assertThat(APP.getAs(TestApp.ADMIN, "/plain/both").status()).isEqualTo(403);
	}

	@Test
	void whenClassIsDeniedThenMethodMayOpen() {
		assertThat(APP.getAs(TestApp.ADMIN, "/denied/inherited").status()).isEqualTo(403);
		assertThat(APP.get("/denied/open").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.ADMIN, "/denied/roles").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.READER, "/denied/roles").status()).isEqualTo(403);
	}

	@Test
	void whenClassIsOpenThenMethodMayClose() {
		assertThat(APP.get("/permitted/inherited").status()).isEqualTo(200);
		assertThat(APP.get("/permitted/roles").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.ADMIN, "/permitted/closed").status()).isEqualTo(403);
	}

	@Test
	void whenAnnotationsContradictThenRefused() {
		assertThat(RefusedStart.of(OpenAndRole.class)).contains("OpenAndRole.get", "@PermitAll", "@RequireRole");
		assertThat(RefusedStart.of(OpenAndDenied.class)).contains("OpenAndDenied.get", "@PermitAll", "@DenyAll");
		assertThat(RefusedStart.of(TwoRoles.class)).contains("TwoRoles.get", "@RequireRole", "@RolesAllowed");
	}

	/** G12. */
	@Test
	void whenPermitAllLiesUnderStricterRuleThenRefused() {
		assertThat(RefusedStart.of(Plain.class, "authgate.routes[0].paths=/plain/**",
				"authgate.routes[0].access=required"))
			.contains("Plain.open", "@PermitAll", "authgate.routes[0]");
	}

	@RestController
	@RequestMapping("/plain")
	static class Plain {

		@PermitAll
		@GetMapping("/open")
		String open() {
			return "in";
		}

		@DenyAll
		@GetMapping("/closed")
		String closed() {
			return "never";
		}

		@RolesAllowed({ "admin", "auditor" })
		@GetMapping("/roles")
		String roles() {
			return "in";
		}

		@RolesAllowed("admin")
		@RequirePermission("threads:write")
		@GetMapping("/both")
		String both() {
			return "never";
		}

	}

	@RestController
	@RequestMapping("/denied")
	@DenyAll
	static class Denied {

		@GetMapping("/inherited")
		String inherited() {
			return "never";
		}

		@PermitAll
		@GetMapping("/open")
		String open() {
			return "in";
		}

		@RolesAllowed("admin")
		@GetMapping("/roles")
		String roles() {
			return "in";
		}

	}

	@RestController
	@RequestMapping("/permitted")
	@PermitAll
	static class Permitted {

		@GetMapping("/inherited")
		String inherited() {
			return "in";
		}

		@RolesAllowed("admin")
		@GetMapping("/roles")
		String roles() {
			return "in";
		}

		@DenyAll
		@GetMapping("/closed")
		String closed() {
			return "never";
		}

	}

	@RestController
	static class OpenAndRole {

		@PermitAll
		@RequireRole("admin")
		@GetMapping("/x")
		String get() {
			return "never";
		}

	}

	@RestController
	static class OpenAndDenied {

		@PermitAll
		@DenyAll
		@GetMapping("/x")
		String get() {
			return "never";
		}

	}

	@RestController
	static class TwoRoles {

		@RequireRole("admin")
		@RolesAllowed("admin")
		@GetMapping("/x")
		String get() {
			return "never";
		}

	}

}
