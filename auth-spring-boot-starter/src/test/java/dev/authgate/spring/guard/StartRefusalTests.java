package dev.authgate.spring.guard;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.app.RefusedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What contradicts itself does not start, and the text names both sides.
 */
class StartRefusalTests {

	private static final String REQUIRED = "access=required";

	/** G12. */
	@Test
	void whenPublicHandlerLiesUnderStricterRuleThenRefused() {
		assertThat(RefusedStart.of(Opened.class, rule("paths=/api/**", REQUIRED))).contains("Opened.get",
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
		assertThat(RefusedStart.of(Opened.class, rule("paths=/api/x", part))).contains("authgate.routes[0]");
	}

	@Test
	void whenStricterRuleIsForOneMethodOfPublicHandlerThenRefused() {
		assertThat(RefusedStart.of(OpenedForAll.class, rule("paths=/all", "methods=POST", REQUIRED)))
			.contains("OpenedForAll.all", "authgate.routes[0]");
	}

	@Test
	void whenRuleChoosesAuthenticatorsOnlyThenPublicHandlerStarts() {
		RefusedStart.starts(Opened.class, rule("paths=/api/**", "authenticator=api-key"));
	}

	@Test
	void whenRuleTakesBackPublicPathByItsAuthenticatorsThenPublicHandlerIsRefused() {
		assertThat(RefusedStart.of(Opened.class, "authgate.public-paths=/api/**", "authgate.routes[0].paths=/api/x",
				"authgate.routes[0].authenticator=api-key"))
			.contains("Opened.get", "authgate.routes[0]");
	}

	@Test
	void whenMoreSpecificRuleOpensThenPublicHandlerStarts() {
		RefusedStart.starts(Opened.class, "authgate.routes[0].paths=/api/**", "authgate.routes[0].access=required",
				"authgate.routes[1].paths=/api/x", "authgate.routes[1].access=public");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/guarded/{id}", "/guarded/{other}", "/guarded/*", "/guarded/**", "/**", "/{*all}" })
	void whenPublicPathCoversGuardedHandlerThenRefused(String pattern) {
		assertThat(RefusedStart.of(Guarded.class, "authgate.public-paths=" + pattern))
			.contains("authgate.public-paths[0] is public", "the route of Guarded.");
	}

	@Test
	void whenPublicPathCoversHandlerWithRoleThenRefused() {
		assertThat(RefusedStart.of(Guarded.class, "authgate.public-paths=/role")).contains("Guarded.role");
	}

	@Test
	void whenPublicPathCoversAuthenticatedHandlerThenRefused() {
		assertThat(RefusedStart.of(Guarded.class, "authgate.public-paths=/authenticated"))
			.contains("Guarded.authenticated");
	}

	@Test
	void whenPublicPathCoversOptionalHandlerWithPermissionThenRefused() {
		assertThat(RefusedStart.of(Guarded.class, "authgate.public-paths=/scoped")).contains("Guarded.scoped");
	}

	@Test
	void whenPublicRuleIsForOneMethodOfGuardedHandlerThenRefused() {
		assertThat(RefusedStart.of(Guarded.class, rule("paths=/all", "methods=GET", "access=public")))
			.contains("authgate.routes[0]", "Guarded.all");
	}

	@Test
	void whenPublicRuleIsForHeadOfGuardedHandlerThenRefused() {
		assertThat(RefusedStart.of(Guarded.class, rule("paths=/role", "methods=HEAD", "access=public")))
			.contains("authgate.routes[0]", "Guarded.role");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/guarded", "/guarded/1/more", "/other/**", "/guarded/{id:[0-9]+}" })
	void whenPublicPathDoesNotCoverGuardedHandlerThenItStarts(String pattern) {
		RefusedStart.starts(Guarded.class, "authgate.public-paths=" + pattern);
	}

	@Test
	void whenPublicRuleIsForAnotherMethodThenItStarts() {
		RefusedStart.starts(Guarded.class, rule("paths=/role", "methods=POST", "access=public"));
	}

	@Test
	void whenHandlerHasNoPathThenItStarts() {
		RefusedStart.starts(Pathless.class, "authgate.public-paths=/a,/b/**");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a/{y}", "/a/{x}" })
	void whenTwoRulesAreForSamePatternThenRefused(String pattern) {
		assertThat(RefusedStart.of(Opened.class, "authgate.public-paths=/a/{x}", "authgate.routes[0].paths=" + pattern,
				"authgate.routes[0].access=required"))
			.contains("authgate.routes[0]", "authgate.public-paths[0]", "/a/{");
	}

	@Test
	void whenTwoRulesAreForSameLeadingWildcardThenRefused() {
		assertThat(RefusedStart.of(Opened.class, "authgate.public-paths=/**/logo.png",
				"authgate.routes[0].paths=/**/logo.png", "authgate.routes[0].access=required"))
			.contains("authgate.routes[0]", "authgate.public-paths[0]");
	}

	@Test
	void whenTwoRulesAreForSamePatternAndMethodThenRefused() {
		assertThat(RefusedStart.of(Opened.class, "authgate.routes[0].paths=/a", "authgate.routes[0].methods=GET,POST",
				"authgate.routes[0].access=required", "authgate.routes[1].paths=/a", "authgate.routes[1].methods=post",
				"authgate.routes[1].access=public"))
			.contains("authgate.routes[0]", "authgate.routes[1]", "POST /a");
	}

	@Test
	void whenTwoRulesAreForOtherMethodsThenItStarts() {
		RefusedStart.starts(Opened.class, "authgate.routes[0].paths=/a", "authgate.routes[0].methods=GET",
				"authgate.routes[0].access=required", "authgate.routes[1].paths=/a", "authgate.routes[1].methods=POST",
				"authgate.routes[1].access=public");
	}

	@ParameterizedTest
	@ValueSource(strings = { "permissions=threads:read", "any-permission=threads:read", "roles=admin",
			"authenticator=api-key" })
	void whenRuleIsPublicAndRequiresThenRefused(String part) {
		assertThat(RefusedStart.of(Opened.class, rule("paths=/a", "access=public", part)))
			.contains("authgate.routes[0]", "public");
	}

	/** G10. */
	@Test
	void whenAnnotationNamesUnknownAuthenticatorThenRefused() {
		assertThat(RefusedStart.of(UnknownAuthenticator.class)).contains("'ldap'", "UnknownAuthenticator.get",
				"api-key");
	}

	/** G10. */
	@Test
	void whenRuleNamesUnknownAuthenticatorThenRefused() {
		assertThat(RefusedStart.of(Opened.class, rule("paths=/a", "authenticator=ldap"))).contains("'ldap'",
				"authgate.routes[0]", "api-key");
	}

	/** G10. */
	@Test
	void whenDefaultNamesUnknownAuthenticatorThenRefused() {
		assertThat(RefusedStart.of(Opened.class, "authgate.default-authenticator=ldap")).contains("'ldap'",
				"authgate.default-authenticator");
	}

	@Test
	void whenRegistryDoesNotKnowPermissionOfAnnotationThenRefused() {
		assertThat(RefusedStart.of(Guarded.class, "authgate.permissions.agents=read")).contains("Guarded.", "threads");
	}

	@Test
	void whenRegistryDoesNotKnowPermissionOfRuleThenRefused() {
		assertThat(RefusedStart.of(Opened.class, "authgate.permissions.agents=read", "authgate.routes[0].paths=/a",
				"authgate.routes[0].permissions=agents:write"))
			.contains("authgate.routes[0].permissions", "agents");
	}

	@Test
	void whenAnnotationRequiresWildcardThenRefused() {
		assertThat(RefusedStart.of(WildcardPermission.class)).contains("WildcardPermission.get", "threads:*");
	}

	/** G9. */
	@ParameterizedTest
	@ValueSource(strings = { "permissions=", "any-permission=", "roles=", "authenticator=" })
	void whenListOfRuleIsEmptyThenRefused(String part) {
		assertThat(RefusedStart.of(Opened.class, rule("paths=/a", part))).contains("authgate.routes[0]", "empty");
	}

	/** G9. */
	@Test
	void whenDefaultAuthenticatorIsEmptyThenRefused() {
		assertThat(RefusedStart.of(Opened.class, "authgate.default-authenticator="))
			.contains("authgate.default-authenticator", "empty");
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
	void whenRuleSaysNothingThenRefused() {
		assertThat(RefusedStart.of(Opened.class, rule("paths=/a"))).contains("authgate.routes[0]");
	}

	@Test
	void whenRuleNamesNoPathThenRefused() {
		assertThat(RefusedStart.of(Opened.class, rule("access=public"))).contains("authgate.routes[0]", "paths");
	}

	@ParameterizedTest
	@ValueSource(strings = { "health", "{id}", "/a/{", "/**/b/**", "/a**b/{*x}/c" })
	void whenPublicPathIsNoPatternThenRefused(String pattern) {
		assertThat(RefusedStart.of(Opened.class, "authgate.public-paths[0]=" + pattern))
			.contains("authgate.public-paths[0]", pattern);
	}

	@Test
	void whenMethodOfRuleIsUnknownThenRefused() {
		assertThat(RefusedStart.of(Opened.class, rule("paths=/a", "methods=GTE", "access=public")))
			.contains("authgate.routes[0]", "GTE", "GET");
	}

	/** G5. */
	@Test
	void whenSeveralAuthenticatorsAreConfiguredThenTheLineToAddIsPrinted() {
		assertThat(RefusedStart.of(Opened.class, "authgate.jwt.secret=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"))
			.contains("authgate.default-authenticator: api-key, jwt");
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

	@ParameterizedTest
	@ValueSource(classes = { PublicService.class, OptionalService.class, AuthenticatedService.class,
			PublicServiceMethod.class, PublicHelperOfController.class })
	void whenAccessIsAnnotatedOffHandlerThenRefused(Class<?> source) {
		assertThat(RefusedStart.of(source)).contains(source.getSimpleName(), "no handler");
	}

	@ParameterizedTest
	@ValueSource(classes = { PrivateMethod.class, FinalMethod.class, StaticMethod.class, FinalMethodOfClass.class,
			PrivateMethodOfController.class, FinalMethodBehindInterface.class })
	void whenRequiringMethodCannotBeInterceptedThenRefused(Class<?> source) {
		assertThat(RefusedStart.of(source)).contains(source.getSimpleName() + ".run", "intercepted");
	}

	@Test
	void whenRequiringMethodCanBeInterceptedThenItStarts() {
		RefusedStart.starts(Service.class);
	}

	@Test
	void whenBeanIsProxiedByItsInterfaceThenItStarts() {
		RefusedStart.starts(InterfaceService.class, "spring.aop.proxy-target-class=false");
	}

	@ParameterizedTest
	@ValueSource(classes = { PublicUser.class, OptionalUser.class, OptionalCaller.class })
	void whenCallerMayBeAbsentThenParameterMustAllowForIt(Class<?> source) {
		assertThat(RefusedStart.of(source)).contains(source.getSimpleName() + ".get", "@Nullable", "Optional<");
	}

	@Test
	void whenRuleOpensHandlerThenItsParameterMustAllowForIt() {
		assertThat(RefusedStart.of(UserOfRule.class, "authgate.public-paths=/user")).contains("UserOfRule.get");
		assertThat(RefusedStart.of(UserOfRule.class, rule("paths=/user", "access=optional")))
			.contains("UserOfRule.get");
		RefusedStart.starts(UserOfRule.class);
	}

	@Test
	void whenParameterAllowsForAbsentCallerThenItStarts() {
		RefusedStart.starts(AllowingUser.class);
	}

	@ParameterizedTest
	@ValueSource(classes = { BodyUser.class, ModelUser.class, BodyCaller.class })
	void whenCallerIsBoundThenRefused(Class<?> source) {
		assertThat(RefusedStart.of(source)).contains(source.getSimpleName() + ".post", "what the client sends");
	}

	private static String[] rule(String... parts) {
		String[] properties = new String[parts.length];
		for (int i = 0; i < parts.length; i++) {
			properties[i] = "authgate.routes[0]." + parts[i];
		}
		return properties;
	}

	@RestController
	static class Opened {

		@PublicAccess
		@GetMapping("/api/x")
		String get() {
			return "";
		}

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
	static class Guarded {

		@RequirePermission("threads:read")
		@GetMapping("/guarded/{id}")
		String get() {
			return "";
		}

		@RequireRole("admin")
		@GetMapping("/role")
		String role() {
			return "";
		}

		@Authenticated
		@GetMapping("/authenticated")
		String authenticated() {
			return "";
		}

		@OptionalAuthentication
		@RequirePermission("threads:read")
		@GetMapping("/scoped")
		String scoped() {
			return "";
		}

		@RequirePermission("threads:read")
		@RequestMapping("/all")
		String all() {
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

	@PublicAccess
	static class PublicService {

	}

	@OptionalAuthentication
	static class OptionalService {

	}

	@Authenticated
	static class AuthenticatedService {

	}

	static class PublicServiceMethod {

		@PublicAccess
		void run() {
		}

	}

	@RestController
	static class PublicHelperOfController {

		@GetMapping("/x")
		String get() {
			return "";
		}

		@PublicAccess
		void run() {
		}

	}

	static class PrivateMethod {

		@RequirePermission("threads:read")
		private void run() {
		}

	}

	static class FinalMethod {

		@RequireRole("admin")
		public final void run() {
		}

	}

	static class StaticMethod {

		@RequirePermission("threads:read")
		static void run() {
		}

	}

	@RequirePermission("threads:read")
	static class FinalMethodOfClass {

		public final void run() {
		}

	}

	@RestController
	static class PrivateMethodOfController {

		@GetMapping("/x")
		String get() {
			return "";
		}

		@RequirePermission("threads:read")
		private void run() {
		}

	}

	interface Running {

		void other();

	}

	static class FinalMethodBehindInterface implements Running {

		@RequirePermission("threads:read")
		public final void run() {
		}

		@Override
		public void other() {
		}

	}

	@RequirePermission("threads:read")
	static class Service {

		@RequireRole("admin")
		public void run() {
			helper();
		}

		private void helper() {
		}

	}

	interface Greeting {

		@RequirePermission("threads:read")
		void greet();

	}

	static class InterfaceService implements Greeting {

		@Override
		public void greet() {
		}

	}

	@RestController
	static class PublicUser {

		@PublicAccess
		@GetMapping("/x")
		String get(AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class OptionalUser {

		@OptionalAuthentication
		@GetMapping("/x")
		String get(AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class OptionalCaller {

		@OptionalAuthentication
		@GetMapping("/x")
		String get(Caller caller) {
			return caller.authenticator();
		}

	}

	@RestController
	static class UserOfRule {

		@GetMapping("/user")
		String get(AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class AllowingUser {

		@PublicAccess
		@GetMapping("/x")
		String get(@org.jspecify.annotations.Nullable AuthUser user) {
			return "";
		}

		@OptionalAuthentication
		@GetMapping("/y")
		String optional(java.util.Optional<AuthUser> user, java.util.Optional<Caller> caller) {
			return "";
		}

	}

	@RestController
	static class BodyUser {

		@PostMapping("/x")
		String post(@RequestBody AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class ModelUser {

		@PostMapping("/x")
		String post(@ModelAttribute AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class BodyCaller {

		@PostMapping("/x")
		String post(@RequestBody Caller caller) {
			return caller.authenticator();
		}

	}

}
