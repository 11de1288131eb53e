package dev.authgate.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.authgate.AuthEvent.TokenChanged;
import dev.authgate.AuthEventListener;
import dev.authgate.TokenAction;
import dev.authgate.revocation.Revocations;
import dev.authgate.secret.RandomText;
import org.jspecify.annotations.Nullable;

/**
 * Begins, lists and ends sessions.
 * <p>
 * A session that ends takes with it all that was issued for it. Every method throws where
 * the store cannot answer. Safe for use by several threads and nodes.
 */
public final class Sessions {

	/** How often a change is tried that others come before. */
	static final int MAX_ATTEMPTS = 5;

	// A setting may have been longer when the last token was issued.
	private static final Duration MIN_RETENTION = Duration.ofDays(1);

	static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

	private static final Comparator<Session> NEWEST_FIRST = Comparator
		.comparing((Session session) -> session.lifetime().lastUsedAt())
		.thenComparing((session) -> session.lifetime().createdAt())
		.thenComparing(Session::id)
		.reversed();

	private static final int LOCKS = 64;

	private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

	private final SessionStore store;

	private final Revocations revocations;

	private final SessionRules rules;

	private final AuthEventListener events;

	private final Clock clock;

	/**
	 * Makes the sessions of an application.
	 * @param store where they are kept
	 * @param revocations makes void what was issued for ended ones
	 * @param rules their limits
	 * @param events is told what becomes of them
	 * @param clock tells the time
	 */
	public Sessions(SessionStore store, Revocations revocations, SessionRules rules, AuthEventListener events,
			Clock clock) {
		this.store = store;
		this.revocations = revocations;
		this.rules = rules;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Begins a session; where the user has too many of its kind, those that were used
	 * longest ago end.
	 * @param start what it is begun with
	 * @return the session
	 */
	public Session open(SessionStart start) {
		return open(RandomText.of(RandomText.LENGTH_OF_128_BITS), start, null);
	}

	/**
	 * Begins a session that refresh tokens continue.
	 * @param start what it is begun with
	 * @return the session and its first refresh token
	 */
	public OpenedSession openWithRefreshToken(SessionStart start) {
		RefreshToken token = RefreshToken.first(RandomText.of(RandomText.LENGTH_OF_128_BITS));
		RefreshState state = new RefreshState(token.familyDigest(), token.ownDigest(), null, this.clock.instant());
		return new OpenedSession(open(token.sessionId(), start, state), token.text());
	}

	/**
	 * Finds a session.
	 * @param id its id
	 * @return the session, or {@code null} if there is none or it has expired
	 */
	public @Nullable Session find(String id) {
		Session session = this.store.find(id);
		return (session != null && !session.isExpired(this.clock.instant())) ? session : null;
	}

	/**
	 * Lists the sessions of a user.
	 * @param userId the id of the user
	 * @return those that have not ended, the one that was used last first
	 */
	public List<Session> of(String userId) {
		long epoch = this.revocations.epochOf(userId);
		return stored(userId).filter((session) -> session.epoch() >= epoch).toList();
	}

	/**
	 * Notes that a session is used, at most once a minute.
	 * @param session the session
	 */
	public void touch(Session session) {
		Instant now = this.clock.instant();
		if (!session.lifetime().lastUsedAt().plus(TOUCH_INTERVAL).isAfter(now)) {
			this.store.replace(session.usedAt(now));
		}
	}

	/**
	 * Ends a session. Before it is removed all that was issued for it is void.
	 * @param session the session
	 * @param action why it ends
	 * @param address the address of the client that asked, empty if none did
	 * @return {@code true} if it had not ended before
	 */
	public boolean end(Session session, TokenAction action, String address) {
		Duration issued = this.rules.retentionOf(session);
		Duration retention = (issued.compareTo(MIN_RETENTION) > 0) ? issued : MIN_RETENTION;
		this.revocations.revokeSession(session.id(), this.clock.instant().plus(retention));
		boolean ended = this.store.delete(session.id());
		if (ended) {
			report(action, session, address);
		}
		return ended;
	}

	/**
	 * Makes void all that was issued to a user, and ends its sessions. Of that an event
	 * tells where there were any, or where it is not known.
	 * @param userId the id of the user
	 * @param spared the id of the session that goes on, or {@code null} for none
	 */
	public void endAll(String userId, @Nullable String spared) {
		long before = this.revocations.epochOf(userId);
		long epoch = this.revocations.revokeUser(userId);
		// All is void by now, also if the store of sessions fails in the next step.
		boolean ended = true;
		try {
			ended = removeAll(userId, spared, (session) -> renew(session, before, epoch));
		}
		finally {
			if (ended) {
				this.events.onEvent(new TokenChanged(TokenAction.REVOKED, userId, null, ""));
			}
		}
	}

	/**
	 * Makes void the tokens that say of a user what is not true any longer; its sessions
	 * go on, with what is true now. Those that were void before end, and where two nodes
	 * do so at the same moment others may end as well.
	 * @param userId the id of the user
	 */
	public void refreshAll(String userId) {
		// One after the other: what the first has not renewed yet must not look void to
		// the next.
		synchronized (this.locks.get(Math.floorMod(userId.hashCode(), LOCKS))) {
			long before = this.revocations.epochOf(userId);
			long epoch = this.revocations.revokeUser(userId);
			this.store.findByUser(userId).forEach((session) -> renew(session, before, epoch));
		}
	}

	SessionStore store() {
		return this.store;
	}

	SessionRules rules() {
		return this.rules;
	}

	Instant now() {
		return this.clock.instant();
	}

	long epochOf(Session session) {
		return this.revocations.epochOf(session.userId());
	}

	void report(TokenAction action, Session session, String address) {
		this.events.onEvent(new TokenChanged(action, session.userId(), session.id(), address));
	}

	private boolean removeAll(String userId, @Nullable String spared, Consumer<Session> renewal) {
		Instant now = this.clock.instant();
		boolean removed = false;
		for (Session session : this.store.findByUser(userId)) {
			if (session.id().equals(spared)) {
				renewal.accept(session);
			}
			else if (this.store.delete(session.id())) {
				removed |= !session.isExpired(now);
			}
		}
		return removed;
	}

	// A session that is void already, such as that of a login with the former password,
	// must not be lifted over what made it void.
	private void renew(Session session, long before, long epoch) {
		if (session.epoch() < before) {
			this.store.delete(session.id());
			return;
		}
		Session current = session;
		for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
			if (current == null || current.epoch() >= epoch || this.store.replace(current.withEpoch(epoch))) {
				return;
			}
			// Somebody else stored it meanwhile, such as with the next refresh token.
			current = this.store.find(session.id());
		}
		throw new IllegalStateException("A session is changed again and again");
	}

	private Stream<Session> stored(String userId) {
		Instant now = this.clock.instant();
		return this.store.findByUser(userId).stream().filter((session) -> !session.isExpired(now)).sorted(NEWEST_FIRST);
	}

	private Session open(String id, SessionStart start, @Nullable RefreshState refresh) {
		SessionLimits limits = this.rules.of(start.origin().kind());
		Session session = new Session(id, start.userId(), start.origin(),
				SessionLifetime.from(this.clock.instant(), limits), start.epoch(), start.scope(), refresh, 0);
		this.store.insert(session);
		report(TokenAction.ISSUED, session, session.origin().address());
		stored(start.userId())
			.filter((other) -> other.origin().kind() == start.origin().kind() && !other.id().equals(id))
			.skip(limits.maxPerUser() - 1L)
			.forEach((surplus) -> end(surplus, TokenAction.DISPLACED, ""));
		return session;
	}

}
