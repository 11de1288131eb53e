package dev.authgate.docs.own;

import dev.authgate.AuthRequest;
import dev.authgate.Caller;
import dev.authgate.RequestPolicy;

import org.springframework.stereotype.Component;

@Component
class MembersOnly implements RequestPolicy {

	@Override
	public boolean permits(Caller caller, AuthRequest request) {
		return caller.roles().contains("member");
	}

}
