package dev.authgate.revocation;

import java.time.Instant;
import java.util.List;

import dev.authgate.ExpiringStore;
import org.jspecify.annotations.Nullable;

/**
 * Where the nodes of an application share what they revoked.
 * <p>
 * Every method waits a bounded time, and throws where the store cannot answer: then
 * nothing was written. Implementations are safe for use by several threads and nodes.
 */
public interface RevocationStore extends ExpiringStore {

	/**
	 * Adds a revocation, atomically {@linkplain Revocation#after after} what is stored of
	 * the same thing.
	 * @param revocation what is revoked
	 * @return the revocation as it is stored now
	 */
	Revocation raise(Revocation revocation);

	/**
	 * Finds a revocation as it is now, whoever wrote it.
	 * @param kind what it makes void
	 * @param id the token, session or user
	 * @return the revocation, or {@code null} if there is none
	 */
	@Nullable Revocation find(RevocationKind kind, String id);

	/**
	 * Gives what changed, the oldest change first where it does not give all.
	 * @param cursor the cursor of the changes that were seen last; {@code 0} for all that
	 * is stored
	 * @return at least the next changes since then; some may come again, and all do where
	 * the cursor is ahead of a store that lost what it held
	 */
	Changes changesSince(long cursor);

	/**
	 * Removes what is of no use any longer.
	 * @param now the time
	 * @param limit how many to remove at most
	 * @return how many were removed
	 */
	@Override
	int deleteExpired(Instant now, int limit);

	/**
	 * Changes of a store.
	 *
	 * @param revocations what changed
	 * @param cursor where the next changes begin
	 * @param complete whether there were no more when the store was asked
	 */
	record Changes(List<Revocation> revocations, long cursor, boolean complete) {

		/**
		 * Copies the revocations.
		 */
		public Changes {
			revocations = List.copyOf(revocations);
		}

	}

}
