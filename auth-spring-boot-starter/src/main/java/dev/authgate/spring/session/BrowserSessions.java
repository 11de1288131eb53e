package dev.authgate.spring.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.TokenAction;
import dev.authgate.secret.RandomText;
import dev.authgate.secret.Secret;
import dev.authgate.session.OpenedSession;
import dev.authgate.session.Session;
import dev.authgate.session.SessionKind;
import dev.authgate.session.SessionOrigin;
import dev.authgate.session.SessionStart;
import dev.authgate.session.SessionUser;
import dev.authgate.spring.web.origin.NativeRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Begins, continues and ends logins of browsers in the servlet session, whoever keeps it.
 * <p>
 * Each login is one of the sessions that its user can list and end. A request costs a
 * look at one attribute and at what is known of revocations; the list itself is asked
 * once a minute. Safe for use by several threads.
 */
public final class BrowserSessions {

	// The attribute of a request that holds the session it begins.
	private static final String BEGUN = BrowserSessions.class.getName() + ".begun";

	/** The attribute of the servlet session that holds the login. */
	public static final String ATTRIBUTE = "dev.authgate.login";

	private final KnownLogins known = new KnownLogins();

	private final SessionServices services;

	private final Grants grants;

	private final Clock clock;

	/**
	 * Makes the logins of an application.
	 * @param services what they are judged by
	 * @param grants what roles and wildcards mean
	 * @param clock tells the time
	 */
	public BrowserSessions(SessionServices services, Grants grants, Clock clock) {
		this.services = services;
		this.grants = grants;
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
		KnownLogin login = loginIn(servletSession);
		invalidate(servletSession);
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
		KnownLogin login = loginIn(servletSession);
		if (login == null) {
			return null;
		}
		long now = this.clock.millis();
		StoredLogin stored = login.stored();
		if (login.isOver(now)) {
			return ended(RejectionReason.EXPIRED, servletSession);
		}
		if (this.services.revocations().isSessionRevoked(stored.sessionId())) {
			return ended(RejectionReason.REVOKED, servletSession);
		}
		long epoch = this.services.revocations().knownEpochOf(stored.user().id());
		boolean changed = epoch > stored.epoch();
		return (changed || login.isToBeChecked(now)) ? checked(login, epoch, servletSession) : login;
	}

	private LoginState checked(KnownLogin login, long epoch, HttpSession servletSession) {
		Session session = this.services.sessions().find(login.stored().sessionId());
		if (session == null) {
			return ended(RejectionReason.REVOKED, servletSession);
		}
		if (session.epoch() < epoch) {
			// Whoever moved the epoch may not have come to this session yet.
			return new LoginState.Ended(RejectionReason.REVOKED);
		}
		SessionUser user = this.services.users().find(session.userId());
		if (user == null) {
			this.services.sessions().end(session, TokenAction.REVOKED, "");
			return ended(RejectionReason.DISABLED, servletSession);
		}
		this.services.sessions().touch(session);
		return reread(login, login.stored().reread(user.user(), user.roles(), session.epoch()), servletSession);
	}

	private LoginState reread(KnownLogin login, StoredLogin account, HttpSession servletSession) {
		String text = account.text();
		StoredLogin current = parsed(text);
		if (current.equals(login.stored())) {
			login.checked(this.clock.millis());
			return login;
		}
		if (attributeOf(servletSession) instanceof String before) {
			this.known.remove(before);
		}
		try {
			return put(current, text, servletSession);
		}
		catch (IllegalStateException ex) {
			// A request beside this one has ended the session.
			this.known.remove(text);
			return new LoginState.Ended(RejectionReason.REVOKED);
		}
	}

	/**
	 * Goes on with a login whose servlet session is gone, in a new one.
	 */
	KnownLogin resume(Session session, SessionUser user, HttpServletRequest request) {
		HttpSession before = request.getSession(false);
		if (before != null) {
			invalidate(before);
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
		String text = login.text();
		return put(parsed(text), text, servletSession);
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

	// What is known of a login is what other nodes read of it, and nothing that the
	// account could change.
	private static StoredLogin parsed(String text) {
		StoredLogin stored = StoredLogin.parse(text);
		if (stored == null) {
			throw new IllegalArgumentException("A login that was written cannot be read");
		}
		return stored;
	}

	private KnownLogin put(StoredLogin stored, String text, HttpSession servletSession) {
		KnownLogin login = this.known.add(text, read(stored));
		login.checked(this.clock.millis());
		servletSession.setAttribute(ATTRIBUTE, text);
		return login;
	}

	// What is no login, or one of another version, is none.
	private @Nullable KnownLogin loginIn(HttpSession servletSession) {
		Object attribute = attributeOf(servletSession);
		if (!(attribute instanceof String text)) {
			return (attribute != null) ? forget(servletSession) : null;
		}
		KnownLogin login = this.known.find(text);
		if (login != null) {
			return login;
		}
		StoredLogin stored = StoredLogin.parse(text);
		return (stored != null) ? this.known.add(text, read(stored)) : forget(servletSession);
	}

	private KnownLogin read(StoredLogin stored) {
		PermissionSet granted = this.grants.received(stored.user().permissions(), stored.roles(), (dropped) -> {
		});
		long endsAt = stored.loggedInAt().plus(this.services.limits().absoluteTimeout()).toEpochMilli();
		Caller caller = new Caller(stored.user().withPermissions(granted), SessionAuthenticator.NAME,
				stored.sessionId(), null, stored.roles(), Instant.ofEpochMilli(endsAt), stored.sessionId());
		return new KnownLogin(stored, caller, endsAt);
	}

	private LoginState ended(RejectionReason reason, HttpSession servletSession) {
		if (attributeOf(servletSession) instanceof String text) {
			this.known.remove(text);
		}
		invalidate(servletSession);
		return new LoginState.Ended(reason);
	}

	private static @Nullable KnownLogin forget(HttpSession servletSession) {
		invalidate(servletSession);
		return null;
	}

	// A request beside this one may have ended the session.
	private static @Nullable Object attributeOf(HttpSession servletSession) {
		try {
			return servletSession.getAttribute(ATTRIBUTE);
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

	private static void invalidate(HttpSession servletSession) {
		try {
			servletSession.invalidate();
		}
		catch (IllegalStateException ex) {
			// It is what was asked for.
		}
	}

}
