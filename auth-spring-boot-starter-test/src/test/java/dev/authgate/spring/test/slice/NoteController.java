package dev.authgate.spring.test.slice;

import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoteController {

	@RequirePermission("threads:read")
	@GetMapping("/notes")
	String list(Caller caller) {
		return "notes of " + caller.user().id() + " by " + caller.authenticator();
	}

	@RequireRole("clerk")
	@PostMapping("/notes")
	String write(Caller caller) {
		return caller.user().permissions().toString();
	}

	@Authenticated(by = "jwt")
	@GetMapping("/notes/token")
	String token(Caller caller) {
		return caller.user().id();
	}

	@PublicAccess
	@GetMapping("/notes/public")
	String open() {
		return "open";
	}

}
