package dev.authgate.spring.test.slice;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Needs what a slice of the web layer does not have.
 */
@RestController
class ArchiveController {

	private final Archive archive;

	ArchiveController(Archive archive) {
		this.archive = archive;
	}

	@GetMapping("/archive")
	String first() {
		return this.archive.first();
	}

}
