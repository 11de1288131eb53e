package dev.authgate.spring.test;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.authgate.Permission;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import dev.authgate.spring.guard.model.NamedPolicy;
import dev.authgate.spring.guard.model.Requirement;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what guards one route.
 */
public final class RouteAssert extends AbstractAssert<RouteAssert, Object> {

	private final RouteTable found;

	RouteAssert(RouteTable found, String route) {
		super(route, RouteAssert.class);
		this.found = found;
	}

	/**
	 * Asserts who is let through.
	 * @param access the access
	 * @return this
	 */
	public RouteAssert hasAccess(Access access) {
		return holds("access " + access, (guard) -> guard.access() == access);
	}

	/**
	 * Asserts by whom callers are authenticated.
	 * @param names all the authenticators, in the order in which they are asked; those
	 * that are required together as one name, {@code all(api-key, jwt)}
	 * @return this
	 */
	public RouteAssert hasAuthenticators(String... names) {
		List<String> expected = List.of(names);
		return holds("the authenticators " + expected,
				(guard) -> guard.authenticators().stream().map(NamedAuthenticator::name).toList().equals(expected));
	}

	/**
	 * Asserts which permissions are required, all of them.
	 * @param permissions all such permissions, in any order
	 * @return this
	 */
	public RouteAssert requiresPermissions(String... permissions) {
		Set<Permission> expected = permissions(permissions);
		return holds("all permissions " + List.of(permissions), (guard) -> {
			List<Requirement.Permissions> clauses = guard.requirement().permissions();
			return clauses.stream().noneMatch(Requirement.Permissions::anyOf) && clauses.stream()
				.flatMap((clause) -> clause.permissions().stream())
				.collect(Collectors.toSet())
				.equals(expected);
		});
	}

	/**
	 * Asserts that one of some permissions is required.
	 * @param permissions the permissions, in any order
	 * @return this
	 */
	public RouteAssert requiresAnyPermissionOf(String... permissions) {
		Set<Permission> expected = permissions(permissions);
		return holds("any permission of " + List.of(permissions),
				(guard) -> guard.requirement()
					.permissions()
					.stream()
					.anyMatch((clause) -> clause.anyOf() && Set.copyOf(clause.permissions()).equals(expected)));
	}

	/**
	 * Asserts that one of some roles is required.
	 * @param roles the roles, in any order
	 * @return this
	 */
	public RouteAssert requiresRole(String... roles) {
		return holds("any role of " + List.of(roles),
				(guard) -> guard.requirement().roles().contains(Set.copyOf(Arrays.asList(roles))));
	}

	/**
	 * Asserts which policies must permit a request, all of them.
	 * @param names all such policies, in any order
	 * @return this
	 */
	public RouteAssert requiresPolicy(String... names) {
		Set<String> expected = Set.copyOf(Arrays.asList(names));
		return holds("the policies " + List.of(names),
				(guard) -> guard.requirement()
					.policies()
					.stream()
					.map(NamedPolicy::name)
					.collect(Collectors.toSet())
					.equals(expected));
	}

	/**
	 * Asserts that neither permissions nor roles nor policies are required.
	 * @return this
	 */
	public RouteAssert requiresNothing() {
		return holds("no permission, no role and no policy", (guard) -> guard.requirement().isNone());
	}

	private static Set<Permission> permissions(String... texts) {
		return Arrays.stream(texts).map(Permission::of).collect(Collectors.toSet());
	}

	private RouteAssert holds(String expected, Predicate<Guard> condition) {
		if (!this.found.guards().stream().allMatch(condition)) {
			failWithMessage("%s",
					"Expected " + this.actual + " to have " + expected + ", but\n" + this.found.describe());
		}
		return this;
	}

}
