package dev.authgate;

import java.time.Instant;

/**
 * A store whose entries lose their meaning at some time, and are removed from then on.
 * <p>
 * An expired entry has no effect whether or not it was removed. Several nodes may remove
 * at the same time.
 */
@FunctionalInterface
public interface ExpiringStore {

	/**
	 * Removes expired entries, in one short step.
	 * @param now the time
	 * @param limit how many to remove at most
	 * @return how many were removed; the limit if there may be more
	 */
	int deleteExpired(Instant now, int limit);

}
