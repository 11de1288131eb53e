package dev.authgate.spring.app;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers that need no particular configuration.
 */
@RestController
public class UserHandlers {

	@GetMapping("/api/user")
	AuthUser user(AuthUser user) {
		return user;
	}

	@PostMapping("/api/user")
	AuthUser post(AuthUser user) {
		return user;
	}

	@RequirePermission("threads:read")
	@GetMapping("/api/threads")
	String threads() {
		return "threads";
	}

}
