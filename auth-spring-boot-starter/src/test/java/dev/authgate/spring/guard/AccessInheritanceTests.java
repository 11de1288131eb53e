package dev.authgate.spring.guard;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a handler is open comes from its method before its class.
 */
class AccessInheritanceTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Open.class, Lenient.class)
		.tokens()
		.with("authgate.default-authenticator=api-key");

	/** G3, G11. */
	@Test
	void whenMethodIsPublicThenClassIsLifted() {
		assertThat(APP.get("/lenient/open").status()).isEqualTo(200);
		assertThat(APP.get("/lenient/open", "X-API-Key: rubbish").status()).isEqualTo(200);
	}

	/** G11. */
	@Test
	void whenClassIsPublicThenMethodCloses() {
		assertThat(APP.get("/open").status()).isEqualTo(200);
		assertThat(APP.get("/open/closed").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/open/closed").status()).isEqualTo(200);
	}

	@Test
	void whenClassIsPublicAndMethodRequiresThenRequired() {
		assertThat(APP.get("/open/permission").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.ADMIN, "/open/permission").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.READER, "/open/permission").status()).isEqualTo(200);
	}

	@Test
	void whenClassIsOptionalThenAnonymousAndKnownCallersPass() {
		assertThat(APP.get("/lenient").body()).contains("anonymous");
		assertThat(APP.getAs(TestApp.READER, "/lenient").body()).contains("reader");
	}

	@Test
	void whenClassIsOptionalThenWrongCredentialIsRefused() {
		assertThat(APP.getAs("rubbish-0123456789012", "/lenient").status()).isEqualTo(401);
	}

	@Test
	void whenClassIsOptionalAndMethodRequiresThenAnonymousIsRefused() {
		assertThat(APP.get("/lenient/permission").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/lenient/permission").status()).isEqualTo(200);
	}

	@Test
	void whenOptionalAndPermissionStandTogetherThenOnlyKnownCallersAreJudged() {
		assertThat(APP.get("/lenient/scoped").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.ADMIN, "/lenient/scoped").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.READER, "/lenient/scoped").status()).isEqualTo(200);
	}

	@RestController
	@PublicAccess
	static class Open {

		@GetMapping("/open")
		String open() {
			return "open";
		}

		@Authenticated
		@GetMapping("/open/closed")
		String closed() {
			return "closed";
		}

		@RequirePermission("threads:read")
		@GetMapping("/open/permission")
		String permission() {
			return "permission";
		}

	}

	@RestController
	@OptionalAuthentication
	static class Lenient {

		@GetMapping("/lenient")
		String who(@org.jspecify.annotations.Nullable AuthUser user) {
			return (user != null) ? user.id() : "anonymous";
		}

		@PublicAccess
		@GetMapping("/lenient/open")
		String open() {
			return "open";
		}

		@RequirePermission("threads:read")
		@GetMapping("/lenient/permission")
		String permission() {
			return "permission";
		}

		@OptionalAuthentication
		@RequirePermission("threads:read")
		@GetMapping("/lenient/scoped")
		String scoped() {
			return "scoped";
		}

	}

}
