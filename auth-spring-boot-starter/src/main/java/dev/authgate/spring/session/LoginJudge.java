package dev.authgate.spring.session;

import java.time.Clock;

import dev.authgate.Caller;
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

	// What is asked once a second must not outlive a revocation by more than that.
	private static final long MAX_STALE_MILLIS = 900;

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

	/**
	 * Judges a login now that is followed without its servlet session.
	 * @return what is known of it now, or {@code null} if it has ended
	 */
	FollowedLogin.@Nullable Seen judge(FollowedLogin.Seen seen) {
		if (this.services.revocations().isSessionRevoked(seen.sessionId())) {
			return null;
		}
		long now = this.clock.millis();
		long epoch = this.services.revocations().knownEpochOf(seen.caller().user().id());
		return (epoch > seen.epoch() || seen.isToBeChecked(now)) ? checked(seen, epoch, now) : seen;
	}

	private FollowedLogin.@Nullable Seen checked(FollowedLogin.Seen seen, long epoch, long now) {
		Session session = this.services.sessions().find(seen.sessionId());
		SessionUser user = (session != null) ? this.services.users().find(session.userId()) : null;
		if (session == null || user == null) {
			return null;
		}
		if (session.epoch() < epoch) {
			// Whoever moved the epoch may not have come to this session yet.
			return seen.isStaleFor(MAX_STALE_MILLIS, now) ? null : seen.stale(now);
		}
		Caller current = this.logins.reread(seen.caller(), user);
		return new FollowedLogin.Seen(current.equals(seen.caller()) ? seen.caller() : current, seen.sessionId(),
				session.epoch(), now, session.lifetime().endsAt().toEpochMilli(), FollowedLogin.Seen.NEVER);
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
