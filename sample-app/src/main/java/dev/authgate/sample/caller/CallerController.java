package dev.authgate.sample.caller;

import java.util.Map;

import dev.authgate.AuthUser;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells callers who they are; any caller with a credential may ask.
 */
@RestController
class CallerController {

	@GetMapping("/api/user")
	AuthUser user(AuthUser user) {
		return user;
	}

	@GetMapping("/me")
	Map<String, String> me(AuthUser user) {
		return Map.of("user_id", user.id());
	}

}
