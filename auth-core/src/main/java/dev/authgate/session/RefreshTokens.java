package dev.authgate.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

import dev.authgate.Permission;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.TokenAction;
import dev.authgate.secret.Secret;
import dev.authgate.session.RefreshResult.Beside;
import dev.authgate.session.RefreshResult.Refreshed;
import dev.authgate.session.RefreshResult.Refused;
import dev.authgate.session.RefreshResult.ScopeExceeded;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges refresh tokens, each of which can be used once.
 * <p>
 * One that is used a second time ends its session: either use may have been a thief's
 * (RFC 9700 section 4.14.2). The scope of a session only shrinks. Safe for use by several
 * threads and nodes: of several uses at once one succeeds.
 */
public final class RefreshTokens {

	private final Sessions sessions;

	private final SessionUsers users;

	private final Consumer<Refreshed> preparation;

	/**
	 * Makes the refresh tokens of an application.
	 * @param sessions the sessions that they continue
	 * @param users finds the users of sessions
	 */
	public RefreshTokens(Sessions sessions, SessionUsers users) {
		this(sessions, users, (next) -> {
		});
	}

	private RefreshTokens(Sessions sessions, SessionUsers users, Consumer<Refreshed> preparation) {
		this.sessions = sessions;
		this.users = users;
		this.preparation = preparation;
	}

	/**
	 * Makes the same refresh tokens, of which each is used up only after the answer was
	 * made: what cannot be answered can be asked again.
	 * @param answer makes the answer; what it throws leaves the token as it was. Called
	 * again where somebody changes the session meanwhile, and what it makes must not be
	 * sent until the token is used up
	 * @return the refresh tokens
	 */
	public RefreshTokens preparing(Consumer<Refreshed> answer) {
		return new RefreshTokens(this.sessions, this.users, answer);
	}

	/**
	 * Uses a token of a client. One of another kind of session is unknown here, and not
	 * used up.
	 * @param text the token as it was sent, which may be any text
	 * @param scope the permissions that the session is to be limited to from now on, or
	 * {@code null} to leave them as they are (RFC 6749 section 6)
	 * @param address the address of the client
	 * @return the next token, or why there is none
	 */
	public RefreshResult refresh(Secret text, @Nullable Set<String> scope, String address) {
		RefreshToken token = RefreshToken.parse(text);
		return (token != null) ? use(new Use(token, SessionKind.CLIENT, scope, this.sessions.rules().grace(), address))
				: new Refused(RejectionReason.UNKNOWN);
	}

	/**
	 * Uses a token of a browser that is remembered. One of another kind of session, or of
	 * one with a scope, is unknown here, and not used up: it must not become all that a
	 * login may do.
	 * <p>
	 * Browsers send one cookie with several requests at once. One of them gets the next
	 * token, whichever node it comes to, and the others {@link Beside}.
	 * @param text the token as it was sent, which may be any text
	 * @param beside how long after its use the token counts for the others
	 * @param address the address of the client
	 * @return the next token, or why there is none
	 */
	public RefreshResult refreshRemembered(Secret text, Duration beside, String address) {
		RefreshToken token = RefreshToken.parse(text);
		return (token != null) ? use(new Use(token, SessionKind.REMEMBERED, null, beside, address))
				: new Refused(RejectionReason.UNKNOWN);
	}

	/**
	 * Finds the session of a token, without using the token.
	 * @param text the token as it was sent, which may be any text
	 * @return the session, or {@code null} if the token is not, and never was, one of a
	 * session that goes on
	 */
	public @Nullable Session sessionOf(Secret text) {
		RefreshToken token = RefreshToken.parse(text);
		Session session = (token != null) ? this.sessions.find(token.sessionId()) : null;
		return (token != null && session != null && stateOf(session, token) != null) ? session : null;
	}

	private RefreshResult use(Use use) {
		for (int attempt = 0; attempt < Sessions.MAX_ATTEMPTS; attempt++) {
			RefreshResult result = tried(use);
			if (result != null) {
				return result;
			}
		}
		throw new IllegalStateException("A session is changed again and again");
	}

	private @Nullable RefreshResult tried(Use use) {
		Session session = this.sessions.store().find(use.token().sessionId());
		RefreshState state = (session != null && use.isFor(session)) ? stateOf(session, use.token()) : null;
		if (session == null || state == null) {
			return new Refused(RejectionReason.UNKNOWN);
		}
		if (session.isExpired(this.sessions.now())) {
			return new Refused(RejectionReason.EXPIRED, session.userId());
		}
		return (this.sessions.epochOf(session) > session.epoch())
				? end(session, TokenAction.REVOKED, RejectionReason.REVOKED, use) : use(session, state, use);
	}

	private @Nullable RefreshResult use(Session session, RefreshState state, Use use) {
		boolean current = use.token().ownDigest().equals(state.current());
		if (!current && !wasUsedLately(state, use)) {
			return end(session, TokenAction.REUSED, RejectionReason.REVOKED, use);
		}
		SessionUser user = this.users.find(session.userId());
		if (user == null) {
			return end(session, TokenAction.REVOKED, RejectionReason.DISABLED, use);
		}
		return (current || use.kind() == SessionKind.CLIENT) ? exchange(session, state, user, use)
				: new Beside(session, user);
	}

	private @Nullable RefreshResult exchange(Session session, RefreshState state, SessionUser user, Use use) {
		Set<String> asked = use.scope();
		if (asked != null && !isWithin(asked, session.scope(), user.granted())) {
			return new ScopeExceeded();
		}
		RefreshToken next = use.token().next();
		Session continued = session.usedAt(this.sessions.now())
			.withScope((asked != null) ? asked : session.scope())
			.withRefresh(rotated(state, use.token(), next));
		Refreshed refreshed = new Refreshed(continued, user, session.epoch(), next.text());
		this.preparation.accept(refreshed);
		if (!this.sessions.store().replace(continued)) {
			// Somebody used the same token, or changed something else of the session.
			return null;
		}
		this.sessions.report(TokenAction.REFRESHED, session, use.address());
		return refreshed;
	}

	private boolean wasUsedLately(RefreshState state, Use use) {
		return use.token().ownDigest().equals(state.previous())
				&& state.rotatedAt().plus(use.again()).isAfter(this.sessions.now());
	}

	// A use within the time of grace does not begin another one.
	private RefreshState rotated(RefreshState state, RefreshToken used, RefreshToken next) {
		Instant rotatedAt = state.current().equals(used.ownDigest()) ? this.sessions.now() : state.rotatedAt();
		return new RefreshState(state.family(), next.ownDigest(), used.ownDigest(), rotatedAt);
	}

	private RefreshResult end(Session session, TokenAction action, RejectionReason reason, Use use) {
		this.sessions.end(session, action, use.address());
		return new Refused(reason, session.userId());
	}

	private static @Nullable RefreshState stateOf(Session session, RefreshToken token) {
		RefreshState state = session.refresh();
		return (state != null && state.family().equals(token.familyDigest())) ? state : null;
	}

	private static boolean isWithin(Set<String> asked, @Nullable Set<String> scope, PermissionSet granted) {
		PermissionSet limit = (scope != null) ? PermissionSet.of(scope) : granted;
		return asked.stream()
			.allMatch((name) -> Permission.isValid(name) && granted.grants(name) && limit.grants(name));
	}

	/**
	 * A use of a token.
	 *
	 * @param token the token
	 * @param kind the only kind of session that it is good for
	 * @param scope the permissions that are asked for, {@code null} for those it has
	 * @param again how long after the first use another is taken
	 * @param address the address of the client
	 */
	private record Use(RefreshToken token, SessionKind kind, @Nullable Set<String> scope, Duration again,
			String address) {

		boolean isFor(Session session) {
			return session.origin().kind() == this.kind && (this.kind == SessionKind.CLIENT || session.scope() == null);
		}

	}

}
