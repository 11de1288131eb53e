package dev.authgate.benchmark.authgate;

import dev.authgate.RequirePermission;
import dev.authgate.benchmark.app.Thing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GuardedThings {

	@RequirePermission(Thing.READ)
	@GetMapping("/api/things/{id}")
	Thing thing(@PathVariable String id) {
		return Thing.of(id);
	}

}
