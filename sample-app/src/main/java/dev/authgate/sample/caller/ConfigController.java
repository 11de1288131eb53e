package dev.authgate.sample.caller;

import dev.authgate.sample.api.Name;
import dev.authgate.sample.api.Text;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells callers what the workspace takes; any caller with a credential may ask.
 */
@RestController
class ConfigController {

	@GetMapping("/api/config")
	Config config() {
		return new Config(Name.MAX_LENGTH, Text.MAX_LENGTH);
	}

	record Config(int maxNameLength, int maxTextLength) {
	}

}
