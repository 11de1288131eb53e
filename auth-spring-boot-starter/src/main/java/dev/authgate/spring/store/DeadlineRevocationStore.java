package dev.authgate.spring.store;

import java.time.Instant;

import dev.authgate.revocation.Revocation;
import dev.authgate.revocation.RevocationKind;
import dev.authgate.revocation.RevocationStore;
import org.jspecify.annotations.Nullable;

/**
 * Revocations in a store that is waited for no longer than a deadline.
 *
 * @param store the store
 * @param deadline the deadline
 */
public record DeadlineRevocationStore(RevocationStore store, Deadline deadline) implements RevocationStore {

	@Override
	public Revocation raise(Revocation revocation) {
		return this.deadline.call(() -> this.store.raise(revocation));
	}

	@Override
	public @Nullable Revocation find(RevocationKind kind, String id) {
		return this.deadline.<@Nullable Revocation>call(() -> this.store.find(kind, id));
	}

	@Override
	public Changes changesSince(long cursor) {
		return this.deadline.call(() -> this.store.changesSince(cursor));
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.store.deleteExpired(now, limit);
	}

}
