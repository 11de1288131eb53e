package dev.authgate.spring.test;

import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.model.Access;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.authgate.spring.test.GuardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@TestWorkspace
class GuardAssertionsTests {

	@Autowired
	private Guards guards;

	@Test
	void whenTableIsAsExpectedThenPasses() {
		assertThat(this.guards).hasOnlyPublicRoutes("/health")
			.hasOnlyOptionalRoutes("GET /greeting", "GET /welcome")
			.allRoutesAreGuardedExcept("GET /health", "/greeting", "/welcome")
			.hasOnlyDeniedRoutes()
			.permission("threads:read")
			.guardsExactly("GET /threads", "POST /threads")
			.permission("files:read")
			.guardsExactly()
			.role("clerk")
			.guardsExactly("POST /threads")
			.policy("officeHours")
			.guardsExactly("GET /desk")
			.policy("weekdays")
			.guardsExactly()
			.authenticator("all(api-key, jwt)")
			.guardsExactly("GET /both");
	}

	@Test
	void whenRouteIsAsExpectedThenPasses() {
		assertThat(this.guards).route("GET /token")
			.hasAuthenticators("jwt")
			.hasAccess(Access.REQUIRED)
			.requiresNothing();
		assertThat(this.guards).route("GET /threads")
			.hasAuthenticators("api-key", "jwt")
			.requiresPermissions("threads:read");
		assertThat(this.guards).route("POST /threads")
			.requiresAnyPermissionOf("threads:write", "threads:read")
			.requiresRole("clerk");
		assertThat(this.guards).route("GET /desk").requiresPolicy("officeHours").requiresPermissions();
		assertThat(this.guards).route("GET /both").hasAuthenticators("all(api-key, jwt)").requiresNothing();
		assertThat(this.guards).route("GET /welcome").hasAccess(Access.OPTIONAL_LENIENT);
	}

	@Test
	void whenAuthenticatorIsOneOfAllThenItIsNotEnough() {
		assertThat(this.guards).authenticator("jwt")
			.guardsExactly("/caller", "/desk", "/error", "/greeting", "/threads", "/token", "/welcome",
					"everything else");
	}

	@Test
	void whenRouteIsPublicThenNotAllAreGuarded() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.guards).allRoutesAreGuarded())
			.withMessage("""
					Routes open without credentials are not as expected
					not expected:
					  GET /greeting is optional [api-key, jwt]: Handlers.greeting
					  GET /health is public: Handlers.health
					  GET /welcome is optional-lenient [api-key, jwt]: Handlers.welcome""");
	}

	@Test
	void whenPublicRoutesDifferThenMissingAndOthersAreNamed() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.guards).hasOnlyPublicRoutes("GET /threads", "/nowhere"))
			.withMessage("""
					Public routes are not as expected
					missing:
					  GET /threads (but GET /threads is [api-key, jwt] threads:read: Handlers.threads)
					  /nowhere (there is no such route)
					not expected:
					  GET /health is public: Handlers.health""");
	}

	@Test
	void whenGuardsDifferThenFails() {
		fails(() -> assertThat(this.guards).permission("threads:write").guardsExactly());
		fails(() -> assertThat(this.guards).role("clerk").guardsExactly("GET /threads"));
		fails(() -> assertThat(this.guards).authenticator("jwt").guardsExactly("GET /token"));
		fails(() -> assertThat(this.guards).hasOnlyOptionalRoutes("/greeting"));
		fails(() -> assertThat(this.guards).policy("officeHours").guardsExactly());
		fails(() -> assertThat(this.guards).authenticator("api-key").guardsExactly("GET /both"));
		fails(() -> assertThat(this.guards).hasOnlyDeniedRoutes("GET /token"));
		fails(() -> assertThat(this.guards).allRoutesAreGuardedExcept("/health", "/greeting"));
	}

	@Test
	void whenRouteDiffersThenFails() {
		fails(() -> assertThat(this.guards).route("GET /token").hasAuthenticators("api-key", "jwt"));
		fails(() -> assertThat(this.guards).route("GET /threads").hasAuthenticators("jwt", "api-key"));
		fails(() -> assertThat(this.guards).route("GET /token").hasAccess(Access.PUBLIC));
		fails(() -> assertThat(this.guards).route("GET /threads").requiresPermissions("threads:read", "threads:write"));
		fails(() -> assertThat(this.guards).route("POST /threads")
			.requiresPermissions("threads:read", "threads:write"));
		fails(() -> assertThat(this.guards).route("GET /threads").requiresAnyPermissionOf("threads:read"));
		fails(() -> assertThat(this.guards).route("GET /threads").requiresRole("clerk"));
		fails(() -> assertThat(this.guards).route("POST /threads").requiresNothing());
		fails(() -> assertThat(this.guards).route("GET /desk").requiresNothing());
		fails(() -> assertThat(this.guards).route("GET /desk").requiresPolicy());
		fails(() -> assertThat(this.guards).route("GET /token").requiresPolicy("officeHours"));
		fails(() -> assertThat(this.guards).route("GET /both").hasAuthenticators("api-key", "jwt"));
		fails(() -> assertThat(this.guards).route("PUT /threads"));
	}

	@Test
	void whenPermissionIsNotConcreteThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> assertThat(this.guards).permission("threads:*"));
		assertThatIllegalArgumentException().isThrownBy(() -> assertThat(this.guards).permission("threads"));
	}

	private static void fails(Runnable assertion) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run);
	}

}
