package dev.authgate.spring.guard;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.RawResponse;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each part of a guard comes from the most specific source that sets it.
 */
class InheritanceTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Threads.class, Plain.class, Implementation.class)
		.tokens()
		.with("authgate.default-authenticator=api-key")
		.route(0, "paths=/plain/ruled", "authenticator=jwt")
		.route(1, "paths=/threads/**", "access=required");

	@Test
	void whenMethodHasNoAnnotationThenThatOfItsClassHolds() {
		assertThat(APP.getAs(TestApp.READER, "/threads").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.ADMIN, "/threads").status()).isEqualTo(403);
	}

	/** G2. */
	@Test
	void whenMethodChoosesAuthenticatorsThenPermissionOfItsClassStays() {
		assertThat(withToken("/threads/by-token", "threads:read").status()).isEqualTo(200);
		assertThat(withToken("/threads/by-token", "threads:write").body()).contains("\"missing\":[\"threads:read\"]");
	}

	/** G2. */
	@Test
	void whenMethodChoosesAuthenticatorsThenDefaultNoLongerWorks() {
		assertThat(APP.getAs(TestApp.READER, "/threads/by-token").status()).isEqualTo(401);
	}

	@Test
	void whenMethodRequiresPermissionThenItReplacesThatOfItsClass() {
		assertThat(APP.getAs(TestApp.ADMIN, "/threads/users").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.READER, "/threads/users").body()).contains("\"missing\":[\"users:read\"]");
	}

	@Test
	void whenMethodRequiresRoleThenPermissionOfItsClassStays() {
		assertThat(APP.getAs(TestApp.ADMIN, "/threads/role").body()).contains("\"missing\":[\"threads:read\"]");
		assertThat(APP.getAs(TestApp.READER, "/threads/role").status()).isEqualTo(403);
	}

	@Test
	void whenPermissionAndRoleAreRequiredThenBothMustBeMet() {
		assertThat(APP.getAs(TestApp.ADMIN, "/plain/both").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.READER, "/plain/both").status()).isEqualTo(403);
	}

	@Test
	void whenHandlerHasNoAnnotationThenRuleHolds() {
		assertThat(APP.getAs(TestApp.READER, "/plain/ruled").status()).isEqualTo(401);
		assertThat(withToken("/plain/ruled").status()).isEqualTo(200);
	}

	/** G1. */
	@Test
	void whenNothingIsSaidThenDefaultHolds() {
		assertThat(APP.get("/plain").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.ADMIN, "/plain").status()).isEqualTo(200);
	}

	/** G1. */
	@Test
	void whenPathIsUnknownThenDefaultHolds() {
		assertThat(APP.get("/nowhere").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.ADMIN, "/nowhere").status()).isEqualTo(404);
	}

	@Test
	void whenAnnotationStandsOnInterfaceThenItHolds() {
		assertThat(APP.getAs(TestApp.ADMIN, "/contract").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.READER, "/contract").status()).isEqualTo(200);
	}

	@Test
	void whenAnnotationIsMetaAnnotationThenItHolds() {
		assertThat(APP.getAs(TestApp.READER, "/plain/meta").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.WRITER, "/plain/meta").status()).isEqualTo(200);
	}

	@Test
	void whenAnyPermissionIsEnoughThenOneSuffices() {
		assertThat(APP.getAs(TestApp.READER, "/plain/any").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.ADMIN, "/plain/any").status()).isEqualTo(403);
	}

	/** C12. */
	@Test
	void whenAnonymousThenNoPermissionIsNamed() {
		RawResponse response = APP.get("/threads");
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.body()).doesNotContain("threads:read");
	}

	/** C5. */
	@Test
	void whenPermissionsAreMissingThenExactlyTheyAreNamedSorted() {
		assertThat(APP.getAs(TestApp.READER, "/plain/many").body())
			.contains("\"missing\":[\"agents:read\",\"threads:write\"]");
		assertThat(APP.getAs(TestApp.READER, "/plain/many").status()).isEqualTo(403);
	}

	/** C6. */
	@Test
	void whenNothingIsRequiredThenEveryKnownCallerPasses() {
		assertThat(withToken("/plain/by-token").status()).isEqualTo(200);
	}

	private static RawResponse withToken(String path, String... permissions) {
		String token = APP.bean(JwtIssuer.class).issue(AuthUser.of("alice", permissions));
		return APP.get(path, "Authorization: Bearer " + token);
	}

	@RestController
	@RequirePermission("threads:read")
	static class Threads {

		@GetMapping("/threads")
		String list() {
			return "threads";
		}

		@Authenticated(by = "jwt")
		@GetMapping("/threads/by-token")
		String byToken() {
			return "threads";
		}

		@RequirePermission("users:read")
		@GetMapping("/threads/users")
		String users() {
			return "users";
		}

		@RequireRole("admin")
		@GetMapping("/threads/role")
		String role() {
			return "role";
		}

	}

	@RestController
	static class Plain {

		@GetMapping({ "/plain", "/plain/ruled" })
		String plain() {
			return "plain";
		}

		@RequirePermission("users:read")
		@RequireRole({ "admin", "auditor" })
		@GetMapping("/plain/both")
		String both() {
			return "both";
		}

		@Writing
		@GetMapping("/plain/meta")
		String meta() {
			return "meta";
		}

		@RequirePermission(value = { "threads:read", "threads:write" }, anyOf = true)
		@GetMapping("/plain/any")
		String any() {
			return "any";
		}

		@RequirePermission({ "threads:write", "threads:read", "agents:read" })
		@GetMapping("/plain/many")
		String many() {
			return "many";
		}

		@Authenticated(by = "jwt")
		@GetMapping("/plain/by-token")
		String byToken() {
			return "by-token";
		}

	}

	@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
	@RequirePermission("threads:write")
	@interface Writing {

	}

	interface Contract {

		@RequirePermission("threads:read")
		@GetMapping("/contract")
		String contract();

	}

	@RestController
	static class Implementation implements Contract {

		@Override
		public String contract() {
			return "contract";
		}

	}

}
