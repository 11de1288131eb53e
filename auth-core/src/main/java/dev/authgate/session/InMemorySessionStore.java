package dev.authgate.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Sessions in this process's memory, no more than a number of them: one more displaces
 * the one that would have expired first.
 * <p>
 * Safe for use by several threads.
 */
public final class InMemorySessionStore implements SessionStore {

	/** How many sessions are kept unless told otherwise. */
	public static final int DEFAULT_CAPACITY = 100_000;

	private static final int SWEEP = 10;

	private final Map<String, Session> byId = new HashMap<>();

	private final Map<String, Set<String>> idsByUser = new HashMap<>();

	private final NavigableSet<Session> byEnd = new TreeSet<>(
			Comparator.comparing((Session session) -> session.lifetime().endsAt()).thenComparing(Session::id));

	private final int capacity;

	/**
	 * Makes an empty store.
	 * @param capacity how many sessions it keeps, at least one
	 * @throws IllegalArgumentException if it could keep none
	 */
	public InMemorySessionStore(int capacity) {
		if (capacity < 1) {
			throw new IllegalArgumentException("A store keeps at least one session");
		}
		this.capacity = capacity;
	}

	@Override
	public void insert(Session session) {
		synchronized (this.byId) {
			removeExpired(session.lifetime().createdAt(), SWEEP);
			while (this.byId.size() >= this.capacity) {
				remove(this.byEnd.first().id());
			}
			put(session);
		}
	}

	@Override
	public @Nullable Session find(String id) {
		synchronized (this.byId) {
			return this.byId.get(id);
		}
	}

	@Override
	public List<Session> findByUser(String userId) {
		synchronized (this.byId) {
			return this.idsByUser.getOrDefault(userId, Set.of()).stream().map(this.byId::get).toList();
		}
	}

	@Override
	public boolean replace(Session session) {
		synchronized (this.byId) {
			Session stored = this.byId.get(session.id());
			if (stored == null || stored.revision() != session.revision()) {
				return false;
			}
			remove(session.id());
			put(session.withRevision(session.revision() + 1));
			return true;
		}
	}

	@Override
	public boolean delete(String id) {
		synchronized (this.byId) {
			return remove(id);
		}
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		synchronized (this.byId) {
			return removeExpired(now, limit);
		}
	}

	private int removeExpired(Instant now, int limit) {
		int removed = 0;
		while (removed < limit && !this.byEnd.isEmpty() && this.byEnd.first().isExpired(now)) {
			remove(this.byEnd.first().id());
			removed++;
		}
		return removed;
	}

	private void put(Session session) {
		this.byId.put(session.id(), session);
		this.byEnd.add(session);
		this.idsByUser.computeIfAbsent(session.userId(), (id) -> new HashSet<>()).add(session.id());
	}

	private boolean remove(String id) {
		Session removed = this.byId.remove(id);
		if (removed == null) {
			return false;
		}
		this.byEnd.remove(removed);
		this.idsByUser.computeIfPresent(removed.userId(),
				(user, ids) -> (ids.remove(id) && ids.isEmpty()) ? null : ids);
		return true;
	}

}
