package dev.authgate.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Tells of every credential, at the cost of a look into memory, whether it was revoked.
 * <p>
 * What this node revokes holds at once. What other nodes revoke holds here after
 * {@link #synchronize()} was called next; where that did not succeed for
 * {@link #MAX_AGE}, questions are answered by {@link RevocationsUnavailableException}
 * after one more try. Safe for use by several threads.
 */
public final class Revocations {

	/** How old the knowledge of what other nodes revoked may be. */
	public static final Duration MAX_AGE = Duration.ofSeconds(2);

	// What was being issued while something was revoked expires a little later, and
	// nodes differ in their clocks.
	private static final Duration MARGIN = Duration.ofMinutes(1);

	private final RevocationStore store;

	private final Duration retention;

	private final Clock clock;

	private final Follower follower;

	private final AtomicLong sweptAt = new AtomicLong();

	private final Map<String, Revocation> tokens = new ConcurrentHashMap<>();

	private final Map<String, Revocation> sessions = new ConcurrentHashMap<>();

	private final Map<String, Revocation> users = new ConcurrentHashMap<>();

	/**
	 * Makes the revocations of one node.
	 * @param store where they are shared with others
	 * @param retention how long the longest credential of a user can be valid
	 * @param clock tells the time
	 */
	public Revocations(RevocationStore store, Duration retention, Clock clock) {
		this.store = store;
		this.retention = retention;
		this.clock = clock;
		this.follower = new Follower(store, clock, (store instanceof InMemoryRevocationStore) ? null : MAX_AGE,
				this::learn);
	}

	/**
	 * Makes one token void, and nothing else that was issued to its user.
	 * @param issuer who issued it ({@code iss}); empty for this application
	 * @param id its id ({@code jti})
	 * @param until when it expires
	 * @throws RuntimeException if the store cannot be reached; then nothing was revoked
	 */
	public void revokeToken(String issuer, String id, Instant until) {
		raise(new Revocation(RevocationKind.TOKEN, Revocation.tokenId(issuer, id), 1, until.plus(MARGIN)));
	}

	/**
	 * Makes all void that was issued for one session.
	 * @param id the id of the session
	 * @param until when the last of it expires
	 * @throws RuntimeException if the store cannot be reached; then nothing was revoked
	 */
	public void revokeSession(String id, Instant until) {
		raise(new Revocation(RevocationKind.SESSION, id, 1, until.plus(MARGIN)));
	}

	/**
	 * Makes all void that was issued to a user so far.
	 * @param id the id of the user
	 * @return the epoch that credentials must have from now on
	 * @throws RuntimeException if the store cannot be reached; then nothing was revoked
	 */
	public long revokeUser(String id) {
		Instant now = this.clock.instant();
		Instant until = now.plus(this.retention).plus(MARGIN);
		return raise(new Revocation(RevocationKind.USER, id, now.toEpochMilli(), until)).epoch();
	}

	/**
	 * Reads the epoch that a credential issued now must carry, from the store itself. Ask
	 * before the password is verified, so that a change of the password meanwhile makes
	 * the credential void.
	 * @param userId the id of the user
	 * @return the epoch, {@code 0} where nothing was revoked
	 * @throws RuntimeException if the store cannot be reached
	 */
	public long epochOf(String userId) {
		Revocation stored = this.store.find(RevocationKind.USER, userId);
		if (stored != null) {
			learn(stored);
		}
		// A store that forgot everything must not lock the user out here.
		Revocation known = known(this.users, userId);
		return (known != null) ? known.epoch() : 0;
	}

	/**
	 * Tells the epoch of a user as this node knows it.
	 * @param userId the id of the user
	 * @return the epoch, {@code 0} where nothing was revoked
	 * @throws RevocationsUnavailableException if the knowledge is too old
	 */
	public long knownEpochOf(String userId) {
		this.follower.requireFresh();
		Revocation revocation = known(this.users, userId);
		return (revocation != null) ? revocation.epoch() : 0;
	}

	/**
	 * Tells whether a token was revoked by its id.
	 * @param issuer who issued it; empty for this application
	 * @param id its id ({@code jti})
	 * @return {@code true} if it is void
	 * @throws RevocationsUnavailableException if the knowledge is too old
	 */
	public boolean isTokenRevoked(String issuer, String id) {
		this.follower.requireFresh();
		return !this.tokens.isEmpty() && known(this.tokens, Revocation.tokenId(issuer, id)) != null;
	}

	/**
	 * Tells whether a session was ended.
	 * @param id the id of the session
	 * @return {@code true} if all that was issued for it is void
	 * @throws RevocationsUnavailableException if the knowledge is too old
	 */
	public boolean isSessionRevoked(String id) {
		this.follower.requireFresh();
		return known(this.sessions, id) != null;
	}

	/**
	 * Learns what other nodes revoked, and forgets what has expired; to be called at
	 * least twice in {@link #MAX_AGE}.
	 * @throws RuntimeException if the store cannot be reached
	 */
	public void synchronize() {
		this.follower.follow();
		forgetExpired();
	}

	/**
	 * Tells how many revocations this node knows.
	 * @return how many are in memory
	 */
	public int size() {
		return this.tokens.size() + this.sessions.size() + this.users.size();
	}

	private @Nullable Revocation known(Map<String, Revocation> map, String id) {
		return map.isEmpty() ? null : map.get(Revocation.shortened(id));
	}

	private Revocation raise(Revocation revocation) {
		Revocation raised = this.store.raise(revocation);
		learn(raised);
		sweep();
		return raised;
	}

	// What is in memory alone needs no thread of its own: it grows nowhere but here.
	private void sweep() {
		long now = this.clock.millis();
		long last = this.sweptAt.get();
		if (this.store instanceof InMemoryRevocationStore && now - last >= MARGIN.toMillis()
				&& this.sweptAt.compareAndSet(last, now)) {
			this.store.deleteExpired(this.clock.instant(), Integer.MAX_VALUE);
			forgetExpired();
		}
	}

	private void learn(Revocation revocation) {
		mapOf(revocation.kind()).merge(revocation.id(), revocation,
				(known, next) -> (next.epoch() >= known.epoch()) ? next : known);
	}

	private Map<String, Revocation> mapOf(RevocationKind kind) {
		return switch (kind) {
			case TOKEN -> this.tokens;
			case SESSION -> this.sessions;
			case USER -> this.users;
		};
	}

	private void forgetExpired() {
		Instant now = this.clock.instant();
		for (RevocationKind kind : RevocationKind.values()) {
			mapOf(kind).values().removeIf((revocation) -> !revocation.until().isAfter(now));
		}
	}

}
