package dev.authgate.session;

import java.time.Instant;
import java.util.List;

import dev.authgate.ExpiringStore;
import org.jspecify.annotations.Nullable;

/**
 * Where sessions are kept.
 * <p>
 * Every method waits a bounded time, and throws where the store cannot answer: then
 * nothing was written. Implementations are safe for use by several threads and nodes.
 */
public interface SessionStore extends ExpiringStore {

	/**
	 * Adds a session.
	 * @param session the session, whose id is new
	 */
	void insert(Session session);

	/**
	 * Finds a session, which may have expired.
	 * @param id its id
	 * @return the session, or {@code null} if there is none
	 */
	@Nullable Session find(String id);

	/**
	 * Finds the sessions of a user, which may have expired.
	 * @param userId the id of the user
	 * @return the sessions, in no particular order
	 */
	List<Session> findByUser(String userId);

	/**
	 * Replaces a session if nobody replaced or removed it since it was read: of several
	 * who try at once one succeeds.
	 * @param session what to store, with the revision that was read; stored with the next
	 * @return {@code true} if it was stored
	 */
	boolean replace(Session session);

	/**
	 * Removes a session.
	 * @param id its id
	 * @return {@code true} if it was there
	 */
	boolean delete(String id);

	/**
	 * Removes sessions that have expired.
	 * @param now the time
	 * @param limit how many to remove at most
	 * @return how many were removed
	 */
	@Override
	int deleteExpired(Instant now, int limit);

}
