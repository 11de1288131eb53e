package dev.authgate.docs.own;

import java.util.Map;
import java.util.Set;

import dev.authgate.AuthException;
import dev.authgate.AuthRequest;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.AuthorizationHeader;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.RejectionReason;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

@Component
class TicketAuthenticator implements Authenticator {

	private static final String NAME = "ticket";

	private final Map<SecretDigest, Ticket> tickets = Map.of(
			SecretDigest.parse("sha256:0d8a15999d41c6591842e0fa0ff27cd3cfdcfb81b509e223130e63b6c1ec1d69"),
			new Ticket("ada", Set.of("member"), true),
			SecretDigest.parse("sha256:ef8d0330377bd45d7cd98ea30be88b47c8297e31a95e840d18fdebd1cfc2e881"),
			new Ticket("bob", Set.of("guest"), true),
			SecretDigest.parse("sha256:b75130c5a8004eaa0a81655ad6e020bd1188cdfb90f50b84858f1b1b28309711"),
			new Ticket("eve", Set.of("guest"), false));

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Challenge challenge() {
		return new Challenge("Ticket", "workshop");
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		AuthorizationHeader header = request.authorization();
		if (header instanceof AuthorizationHeader.Malformed) {
			return AuthenticationResult.rejected(RejectionReason.MALFORMED);
		}
		if (header instanceof AuthorizationHeader.Present present && present.isScheme("Ticket")) {
			return judge(this.tickets.get(SecretDigest.of(present.credentials())));
		}
		return AuthenticationResult.notPresent();
	}

	private AuthenticationResult judge(@Nullable Ticket ticket) {
		if (ticket == null) {
			return AuthenticationResult.rejected(RejectionReason.UNKNOWN);
		}
		if (!ticket.valid()) {
			throw AuthException.forbidden("The ticket is used up.");
		}
		AuthUser user = AuthUser.of(ticket.holder(), "threads:read");
		return AuthenticationResult.authenticated(Caller.of(user, NAME).withRoles(ticket.roles()));
	}

	private record Ticket(String holder, Set<String> roles, boolean valid) {
	}

}
