package dev.authgate.benchmark.satoken;

import cn.dev33.satoken.annotation.SaCheckPermission;
import dev.authgate.benchmark.app.Thing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckedThings {

	@SaCheckPermission(Thing.READ)
	@GetMapping("/api/things/{id}")
	Thing thing(@PathVariable String id) {
		return Thing.of(id);
	}

}
