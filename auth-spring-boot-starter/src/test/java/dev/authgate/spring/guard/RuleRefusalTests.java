package dev.authgate.spring.guard;

import dev.authgate.spring.app.RefusedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.spring.app.RefusedStart.rule;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose rules are incomplete, unknown or contradict each other does not
 * start.
 */
class RuleRefusalTests {

	@ParameterizedTest
	@ValueSource(strings = { "/a/{y}", "/a/{x}" })
	void whenTwoRulesAreForSamePatternThenRefused(String pattern) {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, "authgate.public-paths=/a/{x}",
				"authgate.routes[0].paths=" + pattern, "authgate.routes[0].access=required"))
			.contains("authgate.routes[0]", "authgate.public-paths[0]", "/a/{");
	}

	@Test
	void whenTwoRulesAreForSameLeadingWildcardThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, "authgate.public-paths=/**/logo.png",
				"authgate.routes[0].paths=/**/logo.png", "authgate.routes[0].access=required"))
			.contains("authgate.routes[0]", "authgate.public-paths[0]");
	}

	@Test
	void whenTwoRulesAreForSamePatternAndMethodThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, "authgate.routes[0].paths=/a",
				"authgate.routes[0].methods=GET,POST", "authgate.routes[0].access=required",
				"authgate.routes[1].paths=/a", "authgate.routes[1].methods=post", "authgate.routes[1].access=public"))
			.contains("authgate.routes[0]", "authgate.routes[1]", "POST /a");
	}

	@Test
	void whenTwoRulesAreForOtherMethodsThenItStarts() {
		RefusedStart.starts(RouteHandlers.Opened.class, "authgate.routes[0].paths=/a", "authgate.routes[0].methods=GET",
				"authgate.routes[0].access=required", "authgate.routes[1].paths=/a", "authgate.routes[1].methods=POST",
				"authgate.routes[1].access=public");
	}

	@ParameterizedTest
	@ValueSource(strings = { "permissions=threads:read", "any-permission=threads:read", "roles=admin",
			"authenticator=api-key" })
	void whenRuleIsPublicAndRequiresThenRefused(String part) {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, rule("paths=/a", "access=public", part)))
			.contains("authgate.routes[0]", "public");
	}

	/** G10. */
	@Test
	void whenRuleNamesUnknownAuthenticatorThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, rule("paths=/a", "authenticator=ldap")))
			.contains("'ldap'", "authgate.routes[0]", "api-key");
	}

	/** G10. */
	@Test
	void whenDefaultNamesUnknownAuthenticatorThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, "authgate.default-authenticator=ldap"))
			.contains("'ldap'", "authgate.default-authenticator");
	}

	@Test
	void whenRegistryDoesNotKnowPermissionOfRuleThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, "authgate.permissions.agents=read",
				"authgate.routes[0].paths=/a", "authgate.routes[0].permissions=agents:write"))
			.contains("authgate.routes[0].permissions", "agents");
	}

	/** G9. */
	@ParameterizedTest
	@ValueSource(strings = { "permissions=", "any-permission=", "roles=", "authenticator=" })
	void whenListOfRuleIsEmptyThenRefused(String part) {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, rule("paths=/a", part))).contains("authgate.routes[0]",
				"empty");
	}

	/** G9. */
	@Test
	void whenDefaultAuthenticatorIsEmptyThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, "authgate.default-authenticator="))
			.contains("authgate.default-authenticator", "empty");
	}

	@Test
	void whenRuleSaysNothingThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, rule("paths=/a"))).contains("authgate.routes[0]");
	}

	@Test
	void whenRuleNamesNoPathThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, rule("access=public"))).contains("authgate.routes[0]",
				"paths");
	}

	@ParameterizedTest
	@ValueSource(strings = { "health", "{id}", "/a/{", "/**/b/**", "/a**b/{*x}/c" })
	void whenPublicPathIsNoPatternThenRefused(String pattern) {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, "authgate.public-paths[0]=" + pattern))
			.contains("authgate.public-paths[0]", pattern);
	}

	@Test
	void whenMethodOfRuleIsUnknownThenRefused() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class, rule("paths=/a", "methods=GTE", "access=public")))
			.contains("authgate.routes[0]", "GTE", "GET");
	}

	/** G5. */
	@Test
	void whenSeveralAuthenticatorsAreConfiguredThenTheLineToAddIsPrinted() {
		assertThat(RefusedStart.of(RouteHandlers.Opened.class,
				"authgate.jwt.secret=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"))
			.contains("authgate.default-authenticator: api-key, jwt");
	}

}
