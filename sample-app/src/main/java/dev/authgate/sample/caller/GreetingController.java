package dev.authgate.sample.caller;

import java.util.Map;

import dev.authgate.AuthUser;
import dev.authgate.OptionalAuthentication;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Greets everybody, and by name those who say who they are.
 */
@RestController
class GreetingController {

	@OptionalAuthentication
	@GetMapping("/api/greeting")
	Map<String, String> greeting(@Nullable AuthUser user) {
		return Map.of("greeting", "Hello, " + ((user != null) ? user.id() : "stranger") + "!");
	}

}
