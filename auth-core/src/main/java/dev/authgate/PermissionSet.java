package dev.authgate;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The permissions that a caller was granted: immutable, sorted and free of duplicates.
 * <p>
 * As a {@link Set} it holds the texts as granted, so that any JSON library writes a
 * sorted list; {@link #grants(Permission)} is the question to ask, because it knows
 * wildcards. Safe for use by several threads.
 */
public final class PermissionSet extends AbstractSet<String> {

	private static final PermissionSet NONE = new PermissionSet(new String[0]);

	private static final PermissionSet ALL = of("*:*");

	private final String[] sorted;

	private final Permission[] wildcards;

	private PermissionSet(String[] sorted) {
		this.sorted = sorted;
		List<Permission> wild = new ArrayList<>(0);
		for (String permission : sorted) {
			if (permission.indexOf('*') >= 0) {
				wild.add(Permission.of(permission));
			}
		}
		this.wildcards = wild.toArray(Permission[]::new);
	}

	/**
	 * Gives the empty set.
	 * @return no permissions
	 */
	public static PermissionSet none() {
		return NONE;
	}

	/**
	 * Gives the set that grants everything.
	 * @return {@code *:*}
	 */
	public static PermissionSet all() {
		return ALL;
	}

	/**
	 * Makes a set of permissions.
	 * @param permissions the permissions as {@code resource:action}
	 * @return the set
	 * @throws IllegalArgumentException if one of them is malformed
	 */
	public static PermissionSet of(String... permissions) {
		return of(Arrays.asList(permissions));
	}

	/**
	 * Makes a set of permissions.
	 * @param permissions the permissions as {@code resource:action}, in any order
	 * @return the set
	 * @throws IllegalArgumentException if one of them is malformed
	 */
	public static PermissionSet of(Collection<String> permissions) {
		if (permissions instanceof PermissionSet set) {
			return set;
		}
		String[] sorted = permissions.toArray(String[]::new);
		for (String permission : sorted) {
			Permission.requireValid(permission);
		}
		Arrays.sort(sorted);
		return (sorted.length == 0) ? none() : new PermissionSet(withoutDuplicates(sorted));
	}

	/**
	 * Makes a set of permissions from their map form.
	 * @param actionsByResource the actions granted on each resource
	 * @return the set
	 * @throws IllegalArgumentException if a resource or an action is malformed
	 */
	public static PermissionSet of(Map<String, ? extends Collection<String>> actionsByResource) {
		List<String> permissions = new ArrayList<>();
		actionsByResource
			.forEach((resource, actions) -> actions.forEach((action) -> permissions.add(resource + ":" + action)));
		return of(permissions);
	}

	/**
	 * Tells whether this set is enough where a permission is required.
	 * @param required a concrete permission
	 * @return {@code true} if it is held as such or by a wildcard
	 */
	public boolean grants(Permission required) {
		if (contains(required.toString())) {
			return true;
		}
		for (Permission wildcard : this.wildcards) {
			if (wildcard.implies(required)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tells whether this set is enough where a permission is required.
	 * @param required a concrete permission as {@code resource:action}
	 * @return {@code true} if it is held as such or by a wildcard
	 * @throws IllegalArgumentException if the permission is malformed
	 */
	public boolean grants(String required) {
		return grants(Permission.of(required));
	}

	/**
	 * Joins this set with another.
	 * @param other more permissions
	 * @return a set of both
	 */
	public PermissionSet plus(PermissionSet other) {
		if (containsAll(other)) {
			return this;
		}
		List<String> both = new ArrayList<>(this);
		both.addAll(other);
		return of(both);
	}

	/**
	 * Tells whether a set holds permissions that stand for others.
	 * @return {@code true} if one of them has a wildcard
	 */
	public boolean hasWildcards() {
		return this.wildcards.length > 0;
	}

	@Override
	public boolean contains(Object permission) {
		return permission instanceof String text && Arrays.binarySearch(this.sorted, text) >= 0;
	}

	@Override
	public Iterator<String> iterator() {
		return Arrays.asList(this.sorted).iterator();
	}

	@Override
	public int size() {
		return this.sorted.length;
	}

	private static String[] withoutDuplicates(String[] sorted) {
		int size = 1;
		for (int i = 1; i < sorted.length; i++) {
			if (!sorted[i].equals(sorted[size - 1])) {
				sorted[size++] = sorted[i];
			}
		}
		return (size == sorted.length) ? sorted : Arrays.copyOf(sorted, size);
	}

}
