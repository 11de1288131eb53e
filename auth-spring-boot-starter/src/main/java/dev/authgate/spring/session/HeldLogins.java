package dev.authgate.spring.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.session.user.SessionUser;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpSession;

/**
 * The logins that stand in servlet sessions, whoever keeps them, each as one text.
 * <p>
 * What is known of a login is what other nodes read of that text, and nothing that the
 * account could change. A request beside another may end the session at any moment. Safe
 * for use by several threads.
 */
final class HeldLogins {

	private final KnownLogins known = new KnownLogins();

	private final Grants grants;

	private final Duration absoluteTimeout;

	private final Clock clock;

	HeldLogins(Grants grants, Duration absoluteTimeout, Clock clock) {
		this.grants = grants;
		this.absoluteTimeout = absoluteTimeout;
		this.clock = clock;
	}

	/**
	 * Puts a login into a session.
	 * @throws IllegalStateException if the session has ended
	 */
	KnownLogin put(StoredLogin login, HttpSession servletSession) {
		String text = login.text();
		return put(parsed(text), text, servletSession);
	}

	/**
	 * Finds the login of a session, which ends if it has another text: that of another
	 * version is none.
	 */
	@Nullable KnownLogin find(HttpSession servletSession) {
		Object attribute = attributeOf(servletSession);
		if (attribute == null) {
			return null;
		}
		KnownLogin login = (attribute instanceof String text) ? find(text) : null;
		if (login == null) {
			invalidate(servletSession);
		}
		return login;
	}

	/**
	 * Puts what an account says now in the place of what it said.
	 * @return the login, or {@code null} if the session has ended
	 */
	@Nullable KnownLogin update(KnownLogin login, StoredLogin account, HttpSession servletSession) {
		String text = account.text();
		StoredLogin current = parsed(text);
		if (current.equals(login.stored())) {
			login.checked(this.clock.millis());
			return login;
		}
		forget(servletSession);
		try {
			return put(current, text, servletSession);
		}
		catch (IllegalStateException ex) {
			this.known.remove(text);
			return null;
		}
	}

	/**
	 * Makes a caller anew, of what its account says now, as it would be read from a
	 * session.
	 */
	Caller reread(Caller caller, SessionUser account) {
		StoredLogin stored = parsed(StoredLogin.of(account).text());
		return new Caller(stored.user().withPermissions(granted(stored)), SessionAuthenticator.NAME,
				caller.credentialId(), null, stored.roles(), caller.expiresAt(), caller.sessionId());
	}

	/**
	 * Ends a session, and forgets its login.
	 */
	void drop(HttpSession servletSession) {
		forget(servletSession);
		invalidate(servletSession);
	}

	/**
	 * Ends a session.
	 */
	static void invalidate(HttpSession servletSession) {
		try {
			servletSession.invalidate();
		}
		catch (IllegalStateException ex) {
			// It is what was asked for.
		}
	}

	private KnownLogin put(StoredLogin stored, String text, HttpSession servletSession) {
		KnownLogin login = this.known.add(text, read(stored));
		login.checked(this.clock.millis());
		servletSession.setAttribute(BrowserSessions.ATTRIBUTE, text);
		return login;
	}

	private @Nullable KnownLogin find(String text) {
		KnownLogin login = this.known.find(text);
		if (login != null) {
			return login;
		}
		StoredLogin stored = StoredLogin.parse(text);
		return (stored != null) ? this.known.add(text, read(stored)) : null;
	}

	private KnownLogin read(StoredLogin stored) {
		long endsAt = stored.loggedInAt().plus(this.absoluteTimeout).toEpochMilli();
		Caller caller = new Caller(stored.user().withPermissions(granted(stored)), SessionAuthenticator.NAME,
				stored.sessionId(), null, stored.roles(), Instant.ofEpochMilli(endsAt), stored.sessionId());
		return new KnownLogin(stored, caller, endsAt);
	}

	private PermissionSet granted(StoredLogin stored) {
		return this.grants.received(stored.user().permissions(), stored.roles(), (dropped) -> {
		});
	}

	private void forget(HttpSession servletSession) {
		if (attributeOf(servletSession) instanceof String text) {
			this.known.remove(text);
		}
	}

	private static StoredLogin parsed(String text) {
		StoredLogin stored = StoredLogin.parse(text);
		if (stored == null) {
			throw new IllegalArgumentException("A login that was written cannot be read");
		}
		return stored;
	}

	private static @Nullable Object attributeOf(HttpSession servletSession) {
		try {
			return servletSession.getAttribute(BrowserSessions.ATTRIBUTE);
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

}
