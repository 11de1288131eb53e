package dev.authgate.spring.test;

import java.util.List;
import java.util.function.Predicate;

import dev.authgate.Permission;
import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Guard;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what guards the routes of an application.
 */
public final class GuardsAssert extends AbstractAssert<GuardsAssert, Guards> {

	GuardsAssert(Guards guards) {
		super(guards, GuardsAssert.class);
	}

	/**
	 * Asserts that no route, whether public or optional, is open to callers without
	 * credentials.
	 * @return this
	 */
	public GuardsAssert allRoutesAreGuarded() {
		return allRoutesAreGuardedExcept();
	}

	/**
	 * Asserts which routes, whether public or optional, are open to callers without
	 * credentials.
	 * @param routes all such routes
	 * @return this
	 */
	public GuardsAssert allRoutesAreGuardedExcept(String... routes) {
		return exactly("Routes open without credentials", (guard) -> guard.access().admitsAnonymous(), routes);
	}

	/**
	 * Asserts which routes are public.
	 * @param routes all public routes
	 * @return this
	 */
	public GuardsAssert hasOnlyPublicRoutes(String... routes) {
		return exactly("Public routes", (guard) -> guard.access() == Access.PUBLIC, routes);
	}

	/**
	 * Asserts which routes take callers with and without credentials, whether wrong ones
	 * are refused or count as none.
	 * @param routes all optional routes
	 * @return this
	 */
	public GuardsAssert hasOnlyOptionalRoutes(String... routes) {
		return exactly("Optional routes",
				(guard) -> guard.access().admitsAnonymous() && guard.access() != Access.PUBLIC, routes);
	}

	/**
	 * Asserts which routes are closed to everybody.
	 * @param routes all denied routes
	 * @return this
	 */
	public GuardsAssert hasOnlyDeniedRoutes(String... routes) {
		return exactly("Denied routes", (guard) -> guard.access() == Access.DENIED, routes);
	}

	/**
	 * Picks the routes that require a permission, alone, with others or as one of
	 * several.
	 * @param permission a concrete permission
	 * @return asserts which routes these are
	 * @throws IllegalArgumentException if the permission is malformed or a wildcard
	 */
	public GuardedRoutesAssert permission(String permission) {
		Permission required = Permission.of(permission);
		if (required.isWildcard()) {
			throw new IllegalArgumentException("Routes require concrete permissions, '" + permission + "' is none");
		}
		return new GuardedRoutesAssert(this, "Routes that require " + permission,
				(guard) -> guard.requirement()
					.permissions()
					.stream()
					.anyMatch((clause) -> clause.permissions().contains(required)));
	}

	/**
	 * Picks the routes that require a role, alone or as one of several.
	 * @param role the role
	 * @return asserts which routes these are
	 */
	public GuardedRoutesAssert role(String role) {
		return new GuardedRoutesAssert(this, "Routes that require the role " + role,
				(guard) -> guard.requirement().roles().stream().anyMatch((anyOf) -> anyOf.contains(role)));
	}

	/**
	 * Picks the routes whose requests a policy must permit, alone or with others.
	 * @param name the name of the policy
	 * @return asserts which routes these are
	 */
	public GuardedRoutesAssert policy(String name) {
		return new GuardedRoutesAssert(this, "Routes that ask the policy " + name,
				(guard) -> guard.requirement().policies().stream().anyMatch((policy) -> policy.name().equals(name)));
	}

	/**
	 * Picks the routes on which one authenticator is enough. One of {@code all(…)} is not
	 * enough; the whole is named as the table names it: {@code all(api-key, jwt)}.
	 * @param name its name
	 * @return asserts which routes these are
	 */
	public GuardedRoutesAssert authenticator(String name) {
		return new GuardedRoutesAssert(this, "Routes that ask the authenticator " + name,
				(guard) -> guard.accepts(name));
	}

	/**
	 * Picks one route.
	 * @param route its name
	 * @return asserts what guards it; fails if there is none
	 */
	public RouteAssert route(String route) {
		isNotNull();
		RouteTable found = new RouteTable(this.actual.routes()).covering(RouteTable.Name.of(route));
		if (found.isEmpty()) {
			failWithMessage("%s",
					"There is no route '" + route + "'. There are\n" + new RouteTable(this.actual.routes()).describe());
		}
		return new RouteAssert(found, route);
	}

	GuardsAssert exactly(String what, Predicate<Guard> guarded, String... routes) {
		isNotNull();
		List<RouteTable.Name> expected = List.of(routes).stream().map(RouteTable.Name::of).toList();
		String difference = new RouteTable(this.actual.routes()).difference(guarded, expected);
		if (!difference.isEmpty()) {
			failWithMessage("%s", what + " are not as expected" + difference);
		}
		return this;
	}

}
