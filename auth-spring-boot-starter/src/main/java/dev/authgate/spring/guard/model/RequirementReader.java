package dev.authgate.spring.guard.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.authgate.Permission;
import dev.authgate.PermissionRegistry;
import dev.authgate.RequestPolicy;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the texts of annotations and properties into a {@link Requirement}, refusing what
 * could never be met or was never meant.
 * <p>
 * Immutable.
 */
public final class RequirementReader {

	private final PermissionRegistry registry;

	private final Function<String, @Nullable RequestPolicy> policies;

	/**
	 * Makes a reader.
	 * @param registry the permissions that the application knows
	 * @param policies finds the policy of a name
	 */
	public RequirementReader(PermissionRegistry registry, Function<String, @Nullable RequestPolicy> policies) {
		this.registry = registry;
		this.policies = policies;
	}

	/**
	 * Reads annotations.
	 * @param permission the annotation about permissions, if there is one
	 * @param role the annotation about roles, if there is one
	 * @param where what is annotated, for messages
	 * @return what both require
	 * @throws MisconfigurationException if a list is empty, a permission malformed,
	 * unknown or a wildcard, or a role blank
	 */
	public Requirement read(@Nullable RequirePermission permission, @Nullable RequireRole role, String where) {
		Requirement requirement = Requirement.NONE;
		if (permission != null) {
			requirement = permissions(Arrays.asList(permission.value()), permission.anyOf(),
					"@RequirePermission on " + where);
		}
		return (role != null) ? requirement.and(roles(Arrays.asList(role.value()), "@RequireRole on " + where))
				: requirement;
	}

	/**
	 * Reads a list of permissions.
	 * @param texts the permissions
	 * @param anyOf whether one of them is enough
	 * @param where where the list stands, for messages
	 * @return the requirement
	 * @throws MisconfigurationException if the list is empty, or one of them is
	 * malformed, unknown or a wildcard
	 */
	public Requirement permissions(List<String> texts, boolean anyOf, String where) {
		refuseEmpty(texts, where);
		texts.forEach((text) -> refuseUnknown(text, where));
		List<Permission> permissions = texts.stream().distinct().map(Permission::of).toList();
		return Requirement.of(new Requirement.Permissions(permissions, anyOf));
	}

	/**
	 * Reads a list of roles.
	 * @param roles the roles, one of which is enough
	 * @param where where the list stands, for messages
	 * @return the requirement
	 * @throws MisconfigurationException if the list is empty or one of them is blank
	 */
	public Requirement roles(List<String> roles, String where) {
		refuseEmpty(roles, where);
		if (roles.stream().anyMatch(String::isBlank)) {
			throw new MisconfigurationException(where + " names a blank role.", "Name the role.");
		}
		return Requirement.ofRoles(Set.copyOf(roles));
	}

	/**
	 * Reads a list of policies.
	 * @param names the names of the policies, all of which must permit a request
	 * @param where where the list stands, for messages
	 * @return the requirement
	 * @throws MisconfigurationException if the list is empty, or there is no such policy
	 */
	public Requirement policies(List<String> names, String where) {
		refuseEmpty(names, where);
		return Requirement.ofPolicies(names.stream().distinct().map((name) -> policy(name, where)).toList());
	}

	private NamedPolicy policy(String name, String where) {
		RequestPolicy policy = this.policies.apply(name);
		if (policy == null) {
			throw new MisconfigurationException(where + " names the policy '" + name + "', and there is none.",
					"Publish a bean of type dev.authgate.RequestPolicy with that name, or correct the name.");
		}
		return new NamedPolicy(name, policy);
	}

	private void refuseUnknown(String text, String where) {
		String problem = this.registry.problemOf(text);
		if (problem != null) {
			throw new MisconfigurationException(where + ": " + problem,
					"Write it as <resource>:<action>, and name it under authgate.permissions if that is used.");
		}
		if (Permission.of(text).isWildcard()) {
			throw new MisconfigurationException(where + " requires '" + text + "'.",
					"Require concrete permissions; wildcards are for what is granted.");
		}
	}

	private static void refuseEmpty(List<String> list, String where) {
		if (list.isEmpty()) {
			throw new MisconfigurationException(where + " has an empty list.",
					"Name what is required, or leave it out to require authentication only.");
		}
	}

}
