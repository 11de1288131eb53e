package dev.authgate.spring.store;

import java.time.Instant;
import java.util.function.IntFunction;

import dev.authgate.revocation.Revocation;
import dev.authgate.revocation.RevocationKind;
import dev.authgate.revocation.RevocationStore;
import org.jspecify.annotations.Nullable;

/**
 * Revocations in a store that is waited for no longer than a deadline.
 * <p>
 * Reading, writing and following wait apart from each other: requests of strangers, which
 * read, keep nobody from taking a token back, and no node from hearing of it. Safe for
 * use by several threads.
 */
public final class DeadlineRevocationStore implements RevocationStore, AutoCloseable {

	// One call, and one more while the former is still being given up.
	private static final int FOLLOWERS = 2;

	private final RevocationStore store;

	private final Deadline reading;

	private final Deadline writing;

	private final Deadline following;

	/**
	 * Makes the store.
	 * @param store the store
	 * @param deadlines makes a deadline for as many calls at once
	 */
	public DeadlineRevocationStore(RevocationStore store, IntFunction<Deadline> deadlines) {
		this.store = store;
		this.reading = deadlines.apply(Deadline.REQUESTS);
		this.writing = deadlines.apply(Deadline.REQUESTS);
		this.following = deadlines.apply(FOLLOWERS);
	}

	@Override
	public Revocation raise(Revocation revocation) {
		return this.writing.call(() -> this.store.raise(revocation));
	}

	@Override
	public @Nullable Revocation find(RevocationKind kind, String id) {
		return this.reading.<@Nullable Revocation>call(() -> this.store.find(kind, id));
	}

	@Override
	public Changes changesSince(long cursor) {
		return this.following.call(() -> this.store.changesSince(cursor));
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.store.deleteExpired(now, limit);
	}

	@Override
	public void close() {
		this.reading.close();
		this.writing.close();
		this.following.close();
	}

}
