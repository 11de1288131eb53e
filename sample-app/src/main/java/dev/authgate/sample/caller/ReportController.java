package dev.authgate.sample.caller;

import dev.authgate.Authenticated;
import dev.authgate.Caller;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports to people only: it takes the token of a login and refuses API keys.
 */
@RestController
class ReportController {

	@Authenticated(by = "jwt")
	@GetMapping("/api/reports/token-only")
	Report report(Caller caller) {
		return new Report(caller.user().id(), caller.authenticator());
	}

	record Report(String reader, String authenticator) {
	}

}
