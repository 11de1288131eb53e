package dev.authgate.readme;

import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThreadController {

	@RequirePermission("threads:read")
	@GetMapping("/api/threads")
	List<String> threads(AuthUser user) {
		return List.of("a thread of " + user.id());
	}

}
