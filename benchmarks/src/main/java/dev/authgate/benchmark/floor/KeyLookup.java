package dev.authgate.benchmark.floor;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Credentials;
import dev.authgate.benchmark.app.Thing;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

final class KeyLookup implements PermissionLookup {

	private final Map<String, Set<String>> permissions = Map.of(Credentials.READER_KEY, Set.of(Thing.READ),
			Credentials.STRANGER_KEY, Set.of());

	@Override
	public @Nullable Collection<String> permissionsOf(HttpServletRequest request) {
		String key = request.getHeader(Credential.API_KEY_HEADER);
		return (key != null) ? this.permissions.get(key) : null;
	}

}
