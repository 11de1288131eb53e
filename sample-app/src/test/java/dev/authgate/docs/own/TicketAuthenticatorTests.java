package dev.authgate.docs.own;

import java.util.List;

import dev.authgate.Authenticator;
import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;

class TicketAuthenticatorTests extends AuthenticatorContract {

	@Override
	protected Authenticator authenticator() {
		return new TicketAuthenticator();
	}

	@Override
	protected String credential() {
		return "ticket-of-ada-6be1c0";
	}

	@Override
	protected TestRequest requestWith(String credential) {
		return TestRequests.authorization("Ticket " + credential);
	}

	@Override
	protected List<TestRequest> badRequests() {
		return List.of(requestWith("unknown"), requestWith("ticket-of-eve-0c44f8"),
				TestRequests.authorization("Ticket"));
	}

}
