package dev.authgate.spring.session;

import java.time.Clock;
import java.util.Objects;

import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.LiveCredential;
import dev.authgate.TokenAction;
import dev.authgate.secret.RandomText;
import dev.authgate.secret.Secret;
import dev.authgate.session.OpenedSession;
import dev.authgate.session.Session;
import dev.authgate.session.SessionKind;
import dev.authgate.session.SessionOrigin;
import dev.authgate.session.SessionStart;
import dev.authgate.session.user.SessionUser;
import dev.authgate.spring.session.FollowedLogin.Seen;
import dev.authgate.spring.web.origin.NativeRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Begins, continues and ends logins of browsers in the servlet session, whoever keeps it.
 * <p>
 * Each login is one of the sessions that its user can list and end. Safe for use by
 * several threads.
 */
public final class BrowserSessions {

	// The attribute of a request that holds the session it begins.
	private static final String BEGUN = BrowserSessions.class.getName() + ".begun";

	/** The attribute of the servlet session that holds the login. */
	public static final String ATTRIBUTE = "dev.authgate.login";

	private final HeldLogins logins;

	private final LoginJudge judge;

	private final SessionServices services;

	private final Clock clock;

	/**
	 * Makes the logins of an application.
	 * @param services what they are judged by
	 * @param grants what roles and wildcards mean
	 * @param clock tells the time
	 */
	public BrowserSessions(SessionServices services, Grants grants, Clock clock) {
		this.logins = new HeldLogins(grants, services.limits().absoluteTimeout(), clock);
		this.judge = new LoginJudge(this.logins, services, clock);
		this.services = services;
		this.clock = clock;
	}

	/**
	 * Begins a login in a new servlet session, of which nobody can know the id before; an
	 * earlier login of the browser ends.
	 * @param login who logs in
	 * @param request the request, whose response is not committed
	 */
	public void begin(NewLogin login, HttpServletRequest request) {
		end(request, login.address());
		Session session = this.services.sessions().open(start(login, SessionKind.BROWSER, request));
		request.setAttribute(BEGUN, session);
		store(new StoredLogin(session.id(), login.user(), login.roles(), session.epoch(), this.clock.instant(),
				freshToken()), request);
	}

	/**
	 * Begins a login like any other that can go on when the servlet session is gone.
	 * @param login who logs in
	 * @param request the request, whose response is not committed
	 * @return the refresh token by which it goes on
	 */
	public Secret beginRemembered(NewLogin login, HttpServletRequest request) {
		end(request, login.address());
		OpenedSession opened = this.services.sessions()
			.openWithRefreshToken(start(login, SessionKind.REMEMBERED, request));
		request.setAttribute(BEGUN, opened.session());
		store(new StoredLogin(opened.session().id(), login.user(), login.roles(), opened.session().epoch(),
				this.clock.instant(), freshToken()), request);
		return opened.refreshToken();
	}

	/**
	 * Ends the login of a browser, if it has one, and its servlet session.
	 * @param request the request
	 * @param address the address of the client
	 * @return the id of the user whose login ended, or {@code null} if there was none
	 */
	public @Nullable String end(HttpServletRequest request, String address) {
		HttpSession servletSession = request.getSession(false);
		if (servletSession == null) {
			return null;
		}
		KnownLogin login = this.logins.find(servletSession);
		HeldLogins.invalidate(servletSession);
		Session session = (login != null) ? this.services.sessions().find(login.stored().sessionId()) : null;
		return (session != null && this.services.sessions().end(session, TokenAction.REVOKED, address))
				? session.userId() : null;
	}

	/**
	 * Ends the login that a request has begun, whose servlet session cannot be stored: it
	 * must not stay in the list of sessions.
	 * @param request the request
	 * @return {@code true} if it has begun one
	 */
	public boolean abandon(HttpServletRequest request) {
		if (!(request.getAttribute(BEGUN) instanceof Session session)) {
			return false;
		}
		try {
			this.services.sessions().end(session, TokenAction.REVOKED, session.origin().address());
		}
		catch (RuntimeException ex) {
			// The list is lost as well. Nobody has the login, and it expires unused.
			return true;
		}
		return true;
	}

	/**
	 * Judges the login of a servlet session now.
	 */
	@Nullable LoginState stateOf(HttpSession servletSession) {
		return this.judge.stateOf(servletSession);
	}

	/**
	 * Begins to follow a login.
	 * @param login the login of the request, {@code null} where it has none of its own
	 * @return what tells of it, or {@code null} if nobody knows its session
	 */
	@Nullable LiveCredential follow(@Nullable KnownLogin login, Caller caller) {
		if (login != null) {
			Caller known = login.result().caller();
			return new FollowedLogin(this.judge, Seen.of(login, known.equals(caller) ? caller : known));
		}
		boolean own = caller.authenticator().equals(SessionAuthenticator.NAME);
		return (own && caller.sessionId() != null) ? new FollowedLogin(this.judge, Seen.of(caller, caller.sessionId()))
				: null;
	}

	/**
	 * Goes on with a login whose servlet session is gone, in a new one.
	 */
	KnownLogin resume(Session session, SessionUser user, HttpServletRequest request) {
		HttpSession before = request.getSession(false);
		if (before != null) {
			HeldLogins.invalidate(before);
		}
		return store(new StoredLogin(session.id(), user.user(), user.roles(), session.epoch(), this.clock.instant(),
				freshToken()), request);
	}

	private KnownLogin store(StoredLogin login, HttpServletRequest request) {
		HttpSession servletSession = request.getSession(true);
		if (servletSession.getId().equals(request.getRequestedSessionId())) {
			// Some containers give a new session the id that was asked for.
			request.changeSessionId();
		}
		servletSession.setMaxInactiveInterval((int) this.services.limits().idleTimeout().toSeconds());
		return this.logins.put(login, servletSession);
	}

	private static SessionStart start(NewLogin login, SessionKind kind, HttpServletRequest request) {
		// A name that a firewall refuses to hand out must not end a login halfway: it is
		// made printable.
		SessionOrigin origin = new SessionOrigin(kind, login.address(),
				Objects.requireNonNullElse(NativeRequest.of(request).getHeader(HttpHeaders.USER_AGENT), ""));
		return new SessionStart(login.user().id(), origin, login.epoch(), null);
	}

	private static Secret freshToken() {
		return Secret.of(RandomText.of(RandomText.LENGTH_OF_160_BITS));
	}

}
