package dev.authgate.docs.apikey;

import dev.authgate.AuthException;
import dev.authgate.Caller;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {

	@GetMapping("/api/export")
	String export(Caller caller) {
		if ("client_1".equals(caller.app())) {
			throw AuthException.forbidden("Exports are not for this client.");
		}
		return "exported for " + caller.app();
	}

}
