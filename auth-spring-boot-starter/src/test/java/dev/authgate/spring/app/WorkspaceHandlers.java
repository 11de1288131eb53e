package dev.authgate.spring.app;

import java.util.Map;
import java.util.Optional;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers with guards of each kind.
 */
@RestController
class WorkspaceHandlers {

	@GetMapping("/api/user")
	AuthUser user(AuthUser user) {
		return user;
	}

	@GetMapping("/api/caller")
	Map<String, Object> caller(Caller caller) {
		return Map.of("app", String.valueOf(caller.app()), "authenticator", caller.authenticator(), "roles",
				caller.roles());
	}

	@RequirePermission("threads:read")
	@GetMapping("/api/threads")
	AuthUser threads(AuthUser user) {
		return user;
	}

	@RequirePermission("threads:write")
	@PostMapping("/api/threads")
	Map<String, Object> create(@RequestBody Map<String, Object> thread) {
		return thread;
	}

	@RequirePermission({ "files:write", "threads:read", "agents:read" })
	@GetMapping("/api/everything")
	String everything() {
		return "everything";
	}

	@RequireRole("admin")
	@GetMapping("/api/admin")
	String admin() {
		return "admin";
	}

	@Authenticated(by = "jwt")
	@GetMapping("/api/token-only")
	AuthUser tokenOnly(AuthUser user) {
		return user;
	}

	@Authenticated(by = "api-key")
	@GetMapping("/api/key-only")
	AuthUser keyOnly(AuthUser user) {
		return user;
	}

	@Authenticated(by = "jwt")
	@RequirePermission({ "files:write", "threads:read", "agents:read" })
	@GetMapping("/api/token-everything")
	String tokenEverything() {
		return "everything";
	}

	@OptionalAuthentication
	@GetMapping("/api/optional")
	String optional(@Nullable AuthUser user) {
		return (user != null) ? user.id() : "anonymous";
	}

	@OptionalAuthentication
	@GetMapping("/api/optional-caller")
	String optionalCaller(Optional<Caller> caller) {
		return caller.map(Caller::authenticator).orElse("nobody");
	}

	@PublicAccess
	@GetMapping("/api/public")
	String open() {
		return "public";
	}

	@GetMapping("/open/path")
	String openPath() {
		return "open";
	}

	@CrossOrigin("https://app.example.com")
	@RequirePermission("threads:read")
	@GetMapping("/api/shared")
	String shared() {
		return "shared";
	}

}
