package dev.authgate.spring.websocket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.authgate.Caller;
import dev.authgate.Permission;
import dev.authgate.spring.guard.model.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * The granted part of what a socket requires.
 */
final class CheckedPermissions {

	private CheckedPermissions() {
	}

	static Map<String, List<String>> of(List<Requirement.Permissions> required, @Nullable Caller caller) {
		Map<String, List<String>> checked = new LinkedHashMap<>();
		for (Requirement.Permissions clause : required) {
			for (Permission permission : clause.permissions()) {
				List<String> actions = checked.computeIfAbsent(permission.resource(), (resource) -> new ArrayList<>());
				if (caller != null && caller.user().permissions().grants(permission)
						&& !actions.contains(permission.action())) {
					actions.add(permission.action());
				}
			}
		}
		checked.replaceAll((resource, actions) -> List.copyOf(actions));
		return Collections.unmodifiableMap(checked);
	}

}
