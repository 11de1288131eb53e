package dev.authgate.spring.store;

import java.time.Instant;
import java.util.List;

import dev.authgate.session.Session;
import dev.authgate.session.SessionStore;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in a store that is waited for no longer than a deadline.
 *
 * @param store the store
 * @param deadline the deadline
 */
public record DeadlineSessionStore(SessionStore store, Deadline deadline) implements SessionStore {

	@Override
	public void insert(Session session) {
		this.deadline.call(() -> {
			this.store.insert(session);
			return Boolean.TRUE;
		});
	}

	@Override
	public @Nullable Session find(String id) {
		return this.deadline.<@Nullable Session>call(() -> this.store.find(id));
	}

	@Override
	public List<Session> findByUser(String userId) {
		return this.deadline.call(() -> this.store.findByUser(userId));
	}

	@Override
	public boolean replace(Session session) {
		return this.deadline.call(() -> this.store.replace(session));
	}

	@Override
	public boolean delete(String id) {
		return this.deadline.call(() -> this.store.delete(id));
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.store.deleteExpired(now, limit);
	}

}
