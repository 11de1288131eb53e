package dev.authgate.benchmark.security;

import dev.authgate.benchmark.app.Thing;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PreAuthorizedThings {

	@PreAuthorize("hasAuthority('SCOPE_things:read')")
	@GetMapping("/api/things/{id}")
	Thing thing(@PathVariable String id) {
		return Thing.of(id);
	}

}
