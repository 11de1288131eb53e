package dev.authgate.revocation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Keeps up with the changes of a store, and knows how old its knowledge is.
 * <p>
 * Safe for use by several threads.
 */
final class Follower {

	private static final long MAX_WAIT_MILLIS = 2000;

	private static final long NEXT_TRY_MILLIS = 250;

	private static final long NEVER = Long.MIN_VALUE;

	private final RevocationStore store;

	private final Clock clock;

	private final @Nullable Duration maxAge;

	private final Consumer<Revocation> learner;

	private final ReentrantLock lock = new ReentrantLock();

	private final AtomicReference<Position> position = new AtomicReference<>(new Position(0, NEVER));

	private final AtomicLong failedAt = new AtomicLong(NEVER);

	/**
	 * Makes a follower.
	 * @param store where others write
	 * @param clock tells the time
	 * @param maxAge how old knowledge may be; {@code null} if nobody else writes
	 * @param learner is told what changed
	 */
	Follower(RevocationStore store, Clock clock, @Nullable Duration maxAge, Consumer<Revocation> learner) {
		this.store = store;
		this.clock = clock;
		this.maxAge = maxAge;
		this.learner = learner;
	}

	void follow() {
		this.lock.lock();
		try {
			followLocked();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Makes sure that knowledge is not too old. Of all threads that find it so one asks
	 * the store, and the others wait for it and share what comes of it; where it just
	 * failed none asks, and where it failed before nobody waits.
	 */
	void requireFresh() {
		if (isFresh()) {
			return;
		}
		if (hasJustFailed() || !lock()) {
			throw unavailable();
		}
		try {
			if (isFresh()) {
				return;
			}
			if (hasJustFailed()) {
				throw unavailable();
			}
			followLocked();
		}
		catch (RuntimeException ex) {
			throw unavailable();
		}
		finally {
			this.lock.unlock();
		}
	}

	// While the store is lost one thread tries again, and no other waits for it: each
	// would wait for as long as the store hangs.
	private boolean lock() {
		if (this.failedAt.get() != NEVER) {
			return this.lock.tryLock();
		}
		try {
			return this.lock.tryLock(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	// The time before the store is asked: what it tells is as old as that. A page that
	// was read stays read where the next one fails.
	private void followLocked() {
		long asked = this.clock.millis();
		boolean complete = false;
		while (!complete) {
			RevocationStore.Changes changes = nextChanges();
			changes.revocations().forEach(this.learner);
			complete = changes.complete();
			this.position.set(new Position(changes.cursor(), complete ? asked : this.position.get().learned()));
		}
		this.failedAt.set(NEVER);
	}

	private RevocationStore.Changes nextChanges() {
		try {
			return this.store.changesSince(this.position.get().cursor());
		}
		catch (RuntimeException ex) {
			this.failedAt.set(this.clock.millis());
			throw ex;
		}
	}

	private boolean hasJustFailed() {
		return isRecent(this.failedAt.get(), NEXT_TRY_MILLIS);
	}

	private boolean isFresh() {
		return this.maxAge == null || isRecent(this.position.get().learned(), this.maxAge.toMillis());
	}

	// A clock that was put back must not make old knowledge look new.
	private boolean isRecent(long at, long millis) {
		long now = this.clock.millis();
		return at != NEVER && at <= now && now - at < millis;
	}

	private static RevocationsUnavailableException unavailable() {
		return new RevocationsUnavailableException("What other nodes revoked is not known now");
	}

	private record Position(long cursor, long learned) {
	}

}
