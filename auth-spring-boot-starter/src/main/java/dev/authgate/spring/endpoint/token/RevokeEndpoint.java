package dev.authgate.spring.endpoint.token;

import java.util.List;

import dev.authgate.AuthEvent.TokenChanged;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.TokenAction;
import dev.authgate.secret.Secret;
import dev.authgate.session.Session;
import dev.authgate.session.Sessions;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.web.refusal.RefusalException;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Takes back a token that is sent to it (RFC 7009): of a refresh token its session with
 * all that was issued for it, of an access token that one.
 * <p>
 * Whoever has a token may take it back; nobody learns whether it was good. Who takes back
 * the access tokens of one session again and again takes back the session. Safe for use
 * by several threads.
 */
public final class RevokeEndpoint implements RuleContributor {

	private final RevokedCounts counts = new RevokedCounts();

	private final String path;

	private final IssuedTokens tokens;

	private final Sessions sessions;

	private final TokenRequests requests;

	/**
	 * Makes the endpoint.
	 * @param path its path
	 * @param tokens judges tokens of this application
	 * @param sessions ends sessions
	 * @param requests tells who asks
	 */
	public RevokeEndpoint(String path, IssuedTokens tokens, Sessions sessions, TokenRequests requests) {
		this.path = path;
		this.tokens = tokens;
		this.sessions = sessions;
		this.requests = requests;
	}

	/**
	 * Gives the route, which takes POST alone.
	 * @return the route
	 */
	public RouterFunction<ServerResponse> route() {
		return this.requests.post(this.path, "The revocation", this::revoke);
	}

	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		return TokenRequests.open("authgate.endpoints.revoke", this.path);
	}

	// What kind of token the client takes it for is of no use: each kind has its form.
	private ServerResponse revoke(ServerRequest request) {
		Secret token = TokenForm.read(request.servletRequest()).secret("token");
		Attempt.Permitted permit = this.requests.permit(AttemptKind.REVOKE, request);
		if (takeBack(token, this.requests.address(request))) {
			permit.succeeded();
		}
		return ServerResponse.ok().build();
	}

	private boolean takeBack(Secret token, String address) {
		Session session = this.tokens.refreshTokens().sessionOf(token);
		if (session != null) {
			this.sessions.end(session, TokenAction.REVOKED, address);
			return true;
		}
		if (this.tokens.authenticator().verify(token.reveal()) instanceof Authenticated good) {
			revoke(good.caller(), address);
			return true;
		}
		return false;
	}

	private @Nullable Session sessionOf(Caller caller) {
		return (caller.sessionId() != null) ? this.sessions.find(caller.sessionId()) : null;
	}

	private void revoke(Caller caller, String address) {
		String id = caller.credentialId();
		if (id == null || caller.expiresAt() == null) {
			throw RefusalException.badRequest();
		}
		Session session = this.counts.isTooMany(caller.sessionId()) ? sessionOf(caller) : null;
		if (session != null) {
			this.sessions.end(session, TokenAction.REVOKED, address);
			return;
		}
		this.tokens.revocations().revokeToken("", id, caller.expiresAt());
		this.requests.tell(new TokenChanged(TokenAction.REVOKED, caller.user().id(), id, address));
	}

}
