package dev.authgate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The permissions that an application knows, by resource.
 * <p>
 * An application without a registry takes any well-formed permission and keeps wildcards
 * as they are ({@link #open()}); one with a registry refuses unknown permissions and
 * expands wildcards to the known ones. Immutable.
 */
public final class PermissionRegistry {

	private static final PermissionRegistry OPEN = new PermissionRegistry(Map.of(), false);

	private final Map<String, Set<String>> actionsByResource;

	private final PermissionSet all;

	private final boolean closed;

	private PermissionRegistry(Map<String, ? extends Collection<String>> actionsByResource, boolean closed) {
		Map<String, Set<String>> copy = new LinkedHashMap<>();
		actionsByResource.forEach((resource, actions) -> copy.put(resource, Set.copyOf(actions)));
		this.actionsByResource = copy;
		this.closed = closed;
		this.all = closed ? PermissionSet.of(actionsByResource) : PermissionSet.all();
		if (closed && this.all.hasWildcards()) {
			throw new IllegalArgumentException("The registry names concrete permissions, a wildcard is not one");
		}
	}

	/**
	 * Gives the registry that knows every permission.
	 * @return a registry without entries
	 */
	public static PermissionRegistry open() {
		return OPEN;
	}

	/**
	 * Makes a registry of known permissions.
	 * @param actionsByResource the known actions of each resource
	 * @return the registry
	 * @throws IllegalArgumentException if an entry is malformed or a wildcard
	 */
	public static PermissionRegistry of(Map<String, ? extends Collection<String>> actionsByResource) {
		return new PermissionRegistry(actionsByResource, true);
	}

	/**
	 * Gives every permission there is.
	 * @return the known permissions, or {@code *:*} where all are known
	 */
	public PermissionSet all() {
		return this.all;
	}

	/**
	 * Says what is wrong with a permission.
	 * @param text the permission, which may have wildcards
	 * @return the reason to refuse it, or {@code null} if it is well-formed and known
	 */
	public @Nullable String problemOf(String text) {
		if (this.closed && this.all.contains(text)) {
			return null;
		}
		if (!Permission.isValid(text)) {
			return Permission.formatProblemOf(text);
		}
		return this.closed ? unknownPartOf(Permission.of(text)) : null;
	}

	/**
	 * Replaces wildcards by the known permissions that they stand for.
	 * @param granted well-formed and known permissions
	 * @return the same set where nothing is to be expanded
	 */
	public PermissionSet expand(PermissionSet granted) {
		if (!this.closed || !granted.hasWildcards()) {
			return granted;
		}
		Set<String> expanded = new TreeSet<>();
		for (String known : this.all) {
			if (granted.grants(known)) {
				expanded.add(known);
			}
		}
		return PermissionSet.of(expanded);
	}

	private @Nullable String unknownPartOf(Permission permission) {
		boolean anyResource = "*".equals(permission.resource());
		boolean anyAction = "*".equals(permission.action());
		Set<String> actions = this.actionsByResource.get(permission.resource());
		if (!anyResource && actions == null) {
			return "Unknown permission resource: '" + permission.resource() + "'";
		}
		boolean known = anyAction || ((actions != null) ? actions.contains(permission.action())
				: this.actionsByResource.values().stream().anyMatch((set) -> set.contains(permission.action())));
		return known ? null : "Unknown permission action: '" + permission.action() + "' for resource '"
				+ permission.resource() + "'";
	}

}
