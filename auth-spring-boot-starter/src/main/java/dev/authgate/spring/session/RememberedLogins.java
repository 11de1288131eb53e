package dev.authgate.spring.session;

import java.time.Duration;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEventListener;
import dev.authgate.TokenAction;
import dev.authgate.secret.Secret;
import dev.authgate.session.RefreshResult;
import dev.authgate.session.RefreshTokens;
import dev.authgate.session.Session;
import dev.authgate.session.SessionKind;
import dev.authgate.spring.session.cookie.RememberCookie;
import dev.authgate.spring.web.authentication.ServletAuthRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Goes on with logins whose servlet session is gone, by a refresh token in a cookie that
 * is used once and replaced.
 * <p>
 * Only requests that change nothing begin a servlet session anew: a form of the one
 * before could not prove its token. Of several requests that a browser sends with one
 * cookie at once, one gets the next cookie; for ten seconds the others are taken as well.
 * Safe for use by several threads.
 */
public final class RememberedLogins {

	/**
	 * How long a cookie that was used counts for requests sent beside the one that used
	 * it.
	 */
	public static final Duration GRACE = Duration.ofSeconds(10);

	private final BrowserSessions sessions;

	private final RefreshTokens tokens;

	private final SessionServices services;

	private final RememberCookie cookie;

	private final AuthEventListener events;

	/**
	 * Makes the logins.
	 * @param sessions the logins of servlet sessions
	 * @param tokens exchanges tokens
	 * @param services what logins are judged by
	 * @param cookie holds the token
	 * @param events is told who goes on
	 */
	public RememberedLogins(BrowserSessions sessions, RefreshTokens tokens, SessionServices services,
			RememberCookie cookie, AuthEventListener events) {
		this.sessions = sessions;
		this.tokens = tokens;
		this.services = services;
		this.cookie = cookie;
		this.events = events;
	}

	RememberCookie cookie() {
		return this.cookie;
	}

	/**
	 * Ends the login that a browser has a cookie of, if it has one.
	 * @return the id of the user whose login ended, or {@code null} if there was none
	 */
	@Nullable String end(HttpServletRequest request, String address) {
		Secret token = this.cookie.of(request);
		Session session = (token != null) ? this.tokens.sessionOf(token) : null;
		return (session != null && session.origin().kind() == SessionKind.REMEMBERED
				&& this.services.sessions().end(session, TokenAction.REVOKED, address)) ? session.userId() : null;
	}

	/**
	 * Begins a servlet session for a login that was to be remembered.
	 */
	@Nullable KnownLogin resume(ServletAuthRequest request) {
		HttpServletResponse response = request.response();
		String method = request.method();
		Secret token = (method.equals("GET") || method.equals("HEAD")) ? this.cookie.of(request.request()) : null;
		if (token == null || response == null || response.isCommitted()) {
			return null;
		}
		RefreshResult result = this.tokens.refreshRemembered(token, GRACE, request.clientAddress());
		if (result instanceof RefreshResult.Beside beside) {
			return this.sessions.resume(beside.session(), beside.user(), request.request());
		}
		if (result instanceof RefreshResult.Refreshed refreshed) {
			response.addHeader(HttpHeaders.SET_COOKIE, this.cookie.with(refreshed.next()));
			KnownLogin login = this.sessions.resume(refreshed.session(), refreshed.user(), request.request());
			String userId = refreshed.session().userId();
			this.events.onEvent(new AccountChanged(AccountAction.LOGGED_IN, userId, userId, request.clientAddress()));
			return login;
		}
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookie.removed());
		return null;
	}

}
