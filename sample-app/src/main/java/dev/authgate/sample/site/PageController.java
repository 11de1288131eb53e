package dev.authgate.sample.site;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the fixed pages.
 */
@RestController
class PageController {

	private static final String HTML = "text/html;charset=UTF-8";

	@GetMapping(path = "/docs", produces = HTML)
	Resource docs() {
		return page("docs.html");
	}

	@GetMapping(path = "/signup", produces = HTML)
	Resource signup() {
		return page("signup.html");
	}

	@GetMapping(path = "/schema.yml", produces = "application/yaml")
	Resource schema() {
		return page("schema.yml");
	}

	private static Resource page(String name) {
		return new ClassPathResource("site/" + name);
	}

}
