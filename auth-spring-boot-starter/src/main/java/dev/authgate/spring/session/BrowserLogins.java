package dev.authgate.spring.session;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEventListener;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Begins and ends logins of browsers, remembered ones and others.
 * <p>
 * Safe for use by several threads.
 */
public final class BrowserLogins {

	private final BrowserSessions sessions;

	private final @Nullable RememberedLogins remembered;

	private final AuthEventListener events;

	/**
	 * Makes the logins.
	 * @param sessions the logins of servlet sessions
	 * @param remembered logins that outlast their sessions, {@code null} if none do
	 * @param events is told who logs in and out
	 */
	public BrowserLogins(BrowserSessions sessions, @Nullable RememberedLogins remembered, AuthEventListener events) {
		this.sessions = sessions;
		this.remembered = remembered;
		this.events = events;
	}

	/**
	 * Begins a login; an earlier one of the browser ends.
	 * @param login who logs in
	 * @param remember whether it is to outlast its session, if any does
	 * @param request the request, whose response is not committed
	 * @return a further cookie for the response, or {@code null} if there is none
	 */
	public @Nullable String begin(NewLogin login, boolean remember, HttpServletRequest request) {
		String cookie = beginOne(login, remember, request);
		tell(AccountAction.LOGGED_IN, login.user().id(), login.address());
		return cookie;
	}

	/**
	 * Ends the login of a browser, if it has one.
	 * @param request the request
	 * @param address the address of the client
	 */
	public void end(HttpServletRequest request, String address) {
		String ended = this.sessions.end(request, address);
		String remembered = (this.remembered != null) ? this.remembered.end(request, address) : null;
		String userId = (ended != null) ? ended : remembered;
		if (userId != null) {
			tell(AccountAction.LOGGED_OUT, userId, address);
		}
	}

	private @Nullable String beginOne(NewLogin login, boolean remember, HttpServletRequest request) {
		if (this.remembered == null) {
			this.sessions.begin(login, request);
			return null;
		}
		this.remembered.end(request, login.address());
		if (!remember) {
			this.sessions.begin(login, request);
			return null;
		}
		Secret token = this.sessions.beginRemembered(login, request);
		return this.remembered.cookie().with(token);
	}

	private void tell(AccountAction action, String userId, String address) {
		this.events.onEvent(new AccountChanged(action, userId, userId, address));
	}

}
