package dev.authgate.spring.session;

import java.time.Clock;

import dev.authgate.RejectionReason;
import dev.authgate.TokenAction;
import dev.authgate.session.Session;
import dev.authgate.session.user.SessionUser;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpSession;

/**
 * Judges the login of a servlet session at each request.
 * <p>
 * A request costs a look at one attribute and at what is known of revocations; the list
 * of sessions is asked once a minute, and when something of the user was taken back. Safe
 * for use by several threads.
 */
final class LoginJudge {

	private final HeldLogins logins;

	private final SessionServices services;

	private final Clock clock;

	LoginJudge(HeldLogins logins, SessionServices services, Clock clock) {
		this.logins = logins;
		this.services = services;
		this.clock = clock;
	}

	/**
	 * Judges the login of a servlet session now.
	 * @return what has become of it, or {@code null} if there is none
	 */
	@Nullable LoginState stateOf(HttpSession servletSession) {
		KnownLogin login = this.logins.find(servletSession);
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
		KnownLogin current = this.logins.update(login,
				login.stored().reread(user.user(), user.roles(), session.epoch()), servletSession);
		return (current != null) ? current : new LoginState.Ended(RejectionReason.REVOKED);
	}

	private LoginState ended(RejectionReason reason, HttpSession servletSession) {
		this.logins.drop(servletSession);
		return new LoginState.Ended(reason);
	}

}
