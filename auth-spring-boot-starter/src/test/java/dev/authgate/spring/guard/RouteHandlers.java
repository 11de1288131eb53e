package dev.authgate.spring.guard;

import dev.authgate.Authenticated;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An open handler and guarded ones, for rules to contradict.
 */
final class RouteHandlers {

	private RouteHandlers() {
	}

	@RestController
	static class Opened {

		@PublicAccess
		@GetMapping("/api/x")
		String get() {
			return "";
		}

	}

	@RestController
	static class Guarded {

		@RequirePermission("threads:read")
		@GetMapping("/guarded/{id}")
		String get() {
			return "";
		}

		@RequireRole("admin")
		@GetMapping("/role")
		String role() {
			return "";
		}

		@Authenticated
		@GetMapping("/authenticated")
		String authenticated() {
			return "";
		}

		@OptionalAuthentication
		@RequirePermission("threads:read")
		@GetMapping("/scoped")
		String scoped() {
			return "";
		}

		@RequirePermission("threads:read")
		@RequestMapping("/all")
		String all() {
			return "";
		}

	}

}
