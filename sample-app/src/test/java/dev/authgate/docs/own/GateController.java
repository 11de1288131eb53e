package dev.authgate.docs.own;

import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.RequirePolicy;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GateController {

	@Authenticated(by = { "ticket", "default" })
	@GetMapping("/gate")
	String enter(Caller caller) {
		return caller.user().id() + " enters by " + caller.authenticator();
	}

	@Authenticated(by = "ticket")
	@RequirePolicy("membersOnly")
	@PostMapping("/gate")
	String open(Caller caller) {
		return caller.user().id() + " opens the gate";
	}

	@GetMapping("/lift")
	String ride(Caller caller) {
		return caller.user().id() + " rides by " + caller.authenticator();
	}

	@GetMapping("/vault")
	String look(Caller caller) {
		return caller.user().id() + " looks in";
	}

}
