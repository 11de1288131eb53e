package dev.authgate.revocation;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A store that nodes share, and that can be lost.
 */
final class SharedStore implements RevocationStore {

	final AtomicBoolean lost = new AtomicBoolean();

	final AtomicInteger questions = new AtomicInteger();

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
		requireThere();
		return this.store.changesSince(cursor);
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.store.deleteExpired(now, limit);
	}

	private void requireThere() {
		if (this.lost.get()) {
			throw new IllegalStateException("lost");
		}
	}

}
