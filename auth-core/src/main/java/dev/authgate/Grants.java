package dev.authgate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns what a credential claims into the permissions that it grants: roles become
 * permissions, wildcards become known permissions, unknown permissions have no effect.
 * <p>
 * Immutable and safe for use by several threads.
 */
public final class Grants {

	private static final Grants OPEN = new Grants(PermissionRegistry.open(), Map.of());

	private final PermissionRegistry registry;

	private final Map<String, PermissionSet> byRole;

	private Grants(PermissionRegistry registry, Map<String, PermissionSet> byRole) {
		this.registry = registry;
		this.byRole = byRole;
	}

	/**
	 * Gives the grants of an application without a registry and without roles that mean
	 * permissions.
	 * @return grants that take every well-formed permission as it is
	 */
	public static Grants open() {
		return OPEN;
	}

	/**
	 * Makes the grants of an application.
	 * @param registry the permissions it knows
	 * @param permissionsByRole what its roles mean
	 * @return the grants
	 * @throws IllegalArgumentException if a role names a malformed or unknown permission
	 */
	public static Grants of(PermissionRegistry registry, Map<String, ? extends Collection<String>> permissionsByRole) {
		Map<String, PermissionSet> byRole = new LinkedHashMap<>();
		permissionsByRole.forEach((role, permissions) -> byRole.put(role, known(registry, permissions)));
		return new Grants(registry, Map.copyOf(byRole));
	}

	/**
	 * Gives the registry.
	 * @return the permissions that the application knows
	 */
	public PermissionRegistry registry() {
		return this.registry;
	}

	/**
	 * Grants what trusted configuration names.
	 * @param permissions the permissions, which may have wildcards
	 * @param roles the roles
	 * @return the permissions of both
	 * @throws IllegalArgumentException if a permission is malformed or unknown
	 */
	public PermissionSet configured(Collection<String> permissions, Collection<String> roles) {
		return withRoles(known(this.registry, permissions), roles);
	}

	/**
	 * Grants what a token or header names, leaving out what is malformed or unknown.
	 * @param permissions the permissions, which may have wildcards
	 * @param roles the roles
	 * @param dropped told each permission that was left out
	 * @return the permissions of both
	 */
	public PermissionSet received(Collection<String> permissions, Collection<String> roles, Consumer<String> dropped) {
		List<String> known = new ArrayList<>(permissions.size());
		for (String permission : permissions) {
			if (this.registry.problemOf(permission) == null) {
				known.add(permission);
			}
			else {
				dropped.accept(permission);
			}
		}
		return withRoles(this.registry.expand(PermissionSet.of(known)), roles);
	}

	private PermissionSet withRoles(PermissionSet permissions, Collection<String> roles) {
		PermissionSet granted = permissions;
		for (String role : roles) {
			PermissionSet meant = this.byRole.get(role);
			granted = (meant != null) ? granted.plus(meant) : granted;
		}
		return granted;
	}

	private static PermissionSet known(PermissionRegistry registry, Collection<String> permissions) {
		for (String permission : permissions) {
			String problem = registry.problemOf(permission);
			if (problem != null) {
				throw new IllegalArgumentException(problem);
			}
		}
		return registry.expand(PermissionSet.of(permissions));
	}

}
