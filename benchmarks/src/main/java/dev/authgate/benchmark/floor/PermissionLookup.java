package dev.authgate.benchmark.floor;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

@FunctionalInterface
interface PermissionLookup {

	/**
	 * Returns what the request's credential grants, or null where there is no good
	 * credential.
	 */
	@Nullable Collection<String> permissionsOf(HttpServletRequest request);

}
