package dev.authgate.spring.session;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.Caller;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.RejectionReason;
import dev.authgate.spring.web.authentication.ServletAuthRequest;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpSession;

/**
 * Authenticates browsers by the login in their servlet session, and never makes one but
 * to go on with a login that was to be remembered.
 * <p>
 * A cookie of no session is no credential: nobody can tell one that expired from one that
 * somebody made up, and browsers keep sending the first. A session that was ended is a
 * wrong credential once, and gone afterwards. Safe for use by several threads.
 */
public final class SessionAuthenticator implements LiveAuthenticator {

	/** The name of the authenticator of logins of browsers. */
	public static final String NAME = "session";

	private final BrowserSessions sessions;

	private final @Nullable RememberedLogins remembered;

	/**
	 * Makes the authenticator.
	 * @param sessions the logins
	 * @param remembered logins that outlast their sessions, {@code null} if none do
	 */
	public SessionAuthenticator(BrowserSessions sessions, @Nullable RememberedLogins remembered) {
		this.sessions = sessions;
		this.remembered = remembered;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		if (!(request instanceof ServletAuthRequest servlet)) {
			return AuthenticationResult.notPresent();
		}
		LoginState state = stateOf(servlet);
		if (state instanceof KnownLogin login) {
			login.rememberFor(servlet.request());
			return login.result();
		}
		return (state instanceof LoginState.Ended ended) ? new Rejected(ended.reason(), true)
				: AuthenticationResult.notPresent();
	}

	/**
	 * Begins to follow the login of a request, or the one that a caller names who proved
	 * it before.
	 */
	@Override
	public @Nullable LiveCredential follow(AuthRequest request, Caller caller) {
		KnownLogin login = (request instanceof ServletAuthRequest servlet) ? KnownLogin.of(servlet.request()) : null;
		return this.sessions.follow(login, caller);
	}

	private @Nullable LoginState stateOf(ServletAuthRequest request) {
		HttpSession session = request.request().getSession(false);
		LoginState state = (session != null) ? this.sessions.stateOf(session) : null;
		if (this.remembered == null || !isOver(state)) {
			return state;
		}
		KnownLogin resumed = this.remembered.resume(request);
		return (resumed != null) ? resumed : state;
	}

	// What was ended, or is to be read anew, is not begun again: the token would be taken
	// back with it.
	private static boolean isOver(@Nullable LoginState state) {
		return state == null || (state instanceof LoginState.Ended ended && ended.reason() == RejectionReason.EXPIRED);
	}

}
