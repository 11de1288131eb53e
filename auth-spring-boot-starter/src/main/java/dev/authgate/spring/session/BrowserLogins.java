package dev.authgate.spring.session;

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

	/**
	 * Makes the logins.
	 * @param sessions the logins of servlet sessions
	 * @param remembered logins that outlast their sessions, {@code null} if none do
	 */
	public BrowserLogins(BrowserSessions sessions, @Nullable RememberedLogins remembered) {
		this.sessions = sessions;
		this.remembered = remembered;
	}

	/**
	 * Begins a login; an earlier one of the browser ends.
	 * @param login who logs in
	 * @param remember whether it is to outlast its session, if any does
	 * @param request the request, whose response is not committed
	 * @return a further cookie for the response, or {@code null} if there is none
	 */
	public @Nullable String begin(NewLogin login, boolean remember, HttpServletRequest request) {
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

	/**
	 * Ends the login of a browser, if it has one.
	 * @param request the request
	 * @param address the address of the client
	 */
	public void end(HttpServletRequest request, String address) {
		this.sessions.end(request, address);
		if (this.remembered != null) {
			this.remembered.end(request, address);
		}
	}

}
