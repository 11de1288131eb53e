package dev.authgate.spring.guard;

import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.RefusedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static dev.authgate.spring.app.RefusedStart.rule;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose rules open what its handlers close, or close what they open, does
 * not start, and the text names both sides.
 */
class OpeningRefusalTests {

	private static final String REQUIRED = "access=required";

	/** G12. */
	@Test
	void whenPublicHandlerLiesUnderStricterRuleThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, rule("paths=/api/**", REQUIRED))).contains("Opened.get",
				"@PublicAccess", "authgate.routes[0]", "access: public");
	}

	@Test
	void whenOptionalHandlerLiesUnderStricterRuleThenRefused() {
		assertThat(RefusedStart.of(Lenient.class, rule("paths=/api/**", REQUIRED))).contains("Lenient.get",
				"@OptionalAuthentication", "authgate.routes[0]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "permissions=threads:read", "roles=admin", "access=denied", "access=optional" })
	void whenPublicHandlerLiesUnderRuleThatClosesThenRefused(String part) {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, rule("paths=/api/x", part)))
			.contains("authgate.routes[0]");
	}

	@Test
	void whenStricterRuleIsForOneMethodOfPublicHandlerThenRefused() {
		assertThat(RefusedStart.of(OpenedForAll.class, rule("paths=/all", "methods=POST", REQUIRED)))
			.contains("OpenedForAll.all", "authgate.routes[0]");
	}

	@Test
	void whenRuleChoosesAuthenticatorsOnlyThenPublicHandlerStarts() {
		RefusedStart.starts(RouteHandlers.Opened.class, rule("paths=/api/**", "authenticator=api-key"));
	}

	@Test
	void whenRuleTakesBackPublicPathByItsAuthenticatorsThenPublicHandlerIsRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, "authgate.public-paths=/api/**",
				"authgate.routes[0].paths=/api/x", "authgate.routes[0].authenticator=api-key"))
			.contains("Opened.get", "authgate.routes[0]");
	}

	@Test
	void whenMoreSpecificRuleOpensThenPublicHandlerStarts() {
		RefusedStart.starts(RouteHandlers.Opened.class, "authgate.routes[0].paths=/api/**",
				"authgate.routes[0].access=required", "authgate.routes[1].paths=/api/x",
				"authgate.routes[1].access=public");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/guarded/{id}", "/guarded/{other}", "/guarded/*", "/guarded/**", "/**", "/{*all}" })
	void whenPublicPathCoversGuardedHandlerThenRefused(String pattern) {
		assertThat(RefusedStart.of(RouteHandlers.Guarded.class, "authgate.public-paths=" + pattern))
			.contains("authgate.public-paths[0] is public", "the route of Guarded.");
	}

	@Test
	void whenPublicPathCoversHandlerWithRoleThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Guarded.class, "authgate.public-paths=/role"))
			.contains("Guarded.role");
	}

	@Test
	void whenPublicPathCoversAuthenticatedHandlerThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Guarded.class, "authgate.public-paths=/authenticated"))
			.contains("Guarded.authenticated");
	}

	@Test
	void whenPublicPathCoversOptionalHandlerWithPermissionThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Guarded.class, "authgate.public-paths=/scoped"))
			.contains("Guarded.scoped");
	}

	@Test
	void whenPublicRuleIsForOneMethodOfGuardedHandlerThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Guarded.class, rule("paths=/all", "methods=GET", "access=public")))
			.contains("authgate.routes[0]", "Guarded.all");
	}

	@Test
	void whenPublicRuleIsForHeadOfGuardedHandlerThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Guarded.class, rule("paths=/role", "methods=HEAD", "access=public")))
			.contains("authgate.routes[0]", "Guarded.role");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/guarded", "/guarded/1/more", "/other/**", "/guarded/{id:[0-9]+}" })
	void whenPublicPathDoesNotCoverGuardedHandlerThenItStarts(String pattern) {
		RefusedStart.starts(RouteHandlers.Guarded.class, "authgate.public-paths=" + pattern);
	}

	@Test
	void whenPublicRuleIsForAnotherMethodThenItStarts() {
		RefusedStart.starts(RouteHandlers.Guarded.class, rule("paths=/role", "methods=POST", "access=public"));
	}

	@Test
	void whenHandlerHasNoPathThenItStarts() {
		RefusedStart.starts(Pathless.class, "authgate.public-paths=/a,/b/**");
	}

	@RestController
	static class OpenedForAll {

		@PublicAccess
		@RequestMapping("/all")
		String all() {
			return "";
		}

	}

	@RestController
	static class Lenient {

		@OptionalAuthentication
		@GetMapping("/api/x")
		String get() {
			return "";
		}

	}

	@RestController
	static class Pathless {

		@RequirePermission("threads:read")
		@GetMapping
		String get() {
			return "";
		}

	}

}
