package dev.authgate.sample.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leads to the documentation.
 */
@Controller
class HomeController {

	@GetMapping("/")
	String home() {
		return "redirect:/docs";
	}

}
