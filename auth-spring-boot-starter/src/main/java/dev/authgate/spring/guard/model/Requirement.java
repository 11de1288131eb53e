package dev.authgate.spring.guard.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.authgate.Permission;
import dev.authgate.PermissionSet;

/**
 * The permissions and roles that a caller must have: all the clauses, each of which names
 * permissions or roles; and the policies that must permit the request.
 *
 * @param permissions the clauses about permissions
 * @param roles the clauses about roles, each met by any one of its roles
 * @param policies the policies
 */
public record Requirement(List<Permissions> permissions, List<Set<String>> roles, List<NamedPolicy> policies) {

	/** Requires nothing. */
	public static final Requirement NONE = new Requirement(List.of(), List.of(), List.of());

	/**
	 * Requires permissions.
	 * @param clause the permissions
	 * @return the requirement
	 */
	public static Requirement of(Permissions clause) {
		return new Requirement(List.of(clause), List.of(), List.of());
	}

	/**
	 * Requires one of several roles.
	 * @param anyOf the roles
	 * @return the requirement
	 */
	public static Requirement ofRoles(Set<String> anyOf) {
		return new Requirement(List.of(), List.of(Set.copyOf(anyOf)), List.of());
	}

	/**
	 * Requires that policies permit the request.
	 * @param policies the policies
	 * @return the requirement
	 */
	public static Requirement ofPolicies(List<NamedPolicy> policies) {
		return new Requirement(List.of(), List.of(), List.copyOf(policies));
	}

	/**
	 * Tells whether nothing is required.
	 * @return {@code true} if every caller meets it
	 */
	public boolean isNone() {
		return this.permissions.isEmpty() && this.roles.isEmpty() && this.policies.isEmpty();
	}

	/**
	 * Joins this requirement with another.
	 * @param other what is required as well
	 * @return both
	 */
	public Requirement and(Requirement other) {
		if (other.isNone() || isNone()) {
			return isNone() ? other : this;
		}
		return new Requirement(joined(this.permissions, other.permissions), joined(this.roles, other.roles),
				joined(this.policies, other.policies).stream().distinct().toList());
	}

	/**
	 * Makes the same requirement with one permission of each list being enough.
	 * @return the requirement
	 */
	public Requirement anyOf() {
		return new Requirement(
				this.permissions.stream().map((clause) -> new Permissions(clause.permissions(), true)).toList(),
				this.roles, this.policies);
	}

	/**
	 * Judges a caller by permissions and roles.
	 * @param granted the caller's permissions
	 * @param held the caller's roles
	 * @return what is missing
	 */
	public Shortfall judge(PermissionSet granted, Set<String> held) {
		List<String> missing = List.of();
		for (Permissions clause : this.permissions) {
			missing = clause.addMissing(granted, missing);
		}
		if (!missing.isEmpty()) {
			return new Shortfall(missing, true);
		}
		for (Set<String> anyOf : this.roles) {
			if (Collections.disjoint(anyOf, held)) {
				return Shortfall.ROLE;
			}
		}
		return Shortfall.NONE;
	}

	@Override
	public String toString() {
		List<String> parts = new ArrayList<>();
		this.permissions.forEach((clause) -> parts.add(clause.toString()));
		this.roles.forEach((anyOf) -> parts.add("role " + String.join(" or ", anyOf.stream().sorted().toList())));
		this.policies.forEach((policy) -> parts.add("policy " + policy.name()));
		return String.join(", ", parts);
	}

	private static <T> List<T> joined(List<T> first, List<T> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

	/**
	 * Permissions of which all, or any one, must be granted.
	 *
	 * @param permissions concrete permissions
	 * @param anyOf whether one of them is enough
	 */
	public record Permissions(List<Permission> permissions, boolean anyOf) {

		private List<String> addMissing(PermissionSet granted, List<String> before) {
			List<String> missing = before;
			for (Permission permission : this.permissions) {
				if (granted.grants(permission)) {
					if (this.anyOf) {
						return before;
					}
				}
				else {
					missing = with(missing, permission.toString());
				}
			}
			return missing;
		}

		private static List<String> with(List<String> missing, String permission) {
			if (missing.contains(permission)) {
				return missing;
			}
			List<String> more = new ArrayList<>(missing);
			more.add(permission);
			return more;
		}

		@Override
		public String toString() {
			List<String> names = this.permissions.stream().map(Permission::toString).toList();
			return String.join(this.anyOf ? " or " : ", ", names);
		}

	}

}
