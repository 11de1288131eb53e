package dev.authgate.sample.site;

import java.util.Map;

import dev.authgate.PublicAccess;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells that the workspace is up, and in which version.
 */
@RestController
class StatusController {

	private final String version;

	StatusController(ObjectProvider<BuildProperties> build) {
		this.version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
	}

	@GetMapping("/health")
	void health() {
	}

	@PublicAccess
	@GetMapping("/version")
	Map<String, String> version() {
		return Map.of("version", this.version);
	}

}
