package dev.authgate.revocation;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * A store that nodes share, and that can be lost.
 */
final class SharedStore implements RevocationStore {

	final AtomicBoolean lost = new AtomicBoolean();

	final AtomicInteger questions = new AtomicInteger();

	final AtomicInteger pageSize = new AtomicInteger(Integer.MAX_VALUE);

	final AtomicReference<CountDownLatch> hanging = new AtomicReference<>(new CountDownLatch(0));

	private final InMemoryRevocationStore store = new InMemoryRevocationStore();

	@Override
	public Revocation raise(Revocation revocation) {
		requireThere();
		return this.store.raise(revocation);
	}

	@Override
	public @Nullable Revocation find(RevocationKind kind, String id) {
		requireThere();
		return this.store.find(kind, id);
	}

	@Override
	public Changes changesSince(long cursor) {
		this.questions.incrementAndGet();
		waitWhileHanging();
		requireThere();
		Changes all = this.store.changesSince(cursor);
		int size = this.pageSize.get();
		return (all.revocations().size() <= size) ? all
				: new Changes(all.revocations().subList(0, size), cursor + size, false);
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.store.deleteExpired(now, limit);
	}

	private void waitWhileHanging() {
		try {
			this.hanging.get().await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void requireThere() {
		if (this.lost.get()) {
			throw new IllegalStateException("lost");
		}
	}

}
