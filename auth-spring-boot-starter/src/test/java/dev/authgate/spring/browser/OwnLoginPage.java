package dev.authgate.spring.browser;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A login page of an application's own.
 */
@RestController
class OwnLoginPage {

	@GetMapping("/login")
	String login() {
		return "own page";
	}

}
