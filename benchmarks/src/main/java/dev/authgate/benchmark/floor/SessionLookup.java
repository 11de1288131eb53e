package dev.authgate.benchmark.floor;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import dev.authgate.benchmark.app.Login;
import dev.authgate.benchmark.app.Thing;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import jakarta.servlet.http.HttpServletRequest;

final class SessionLookup implements PermissionLookup {

	private final Map<String, Set<String>> permissions = Map.of(Login.READER.username(), Set.of(Thing.READ),
			Login.STRANGER.username(), Set.of());

	@Override
	public @Nullable Collection<String> permissionsOf(HttpServletRequest request) {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		return (login != null) ? this.permissions.get(login.getName()) : null;
	}

}
