package dev.authgate.spring.endpoint.token;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How many single tokens of a session were taken back at this node.
 * <p>
 * Each is remembered by every node until it expires, and a refresh gives a new one: a
 * user who refreshes and revokes in a loop would fill the memory of all. Safe for use by
 * several threads.
 */
final class RevokedCounts {

	static final int MAX_TOKENS = 20;

	private static final int MAX_SESSIONS = 10_000;

	private final Map<String, Integer> bySession = new LinkedHashMap<>();

	/**
	 * Counts a token.
	 * @param sessionId the id of its session, {@code null} if it has none
	 * @return {@code true} if the session has had its share
	 */
	boolean isTooMany(@Nullable String sessionId) {
		if (sessionId == null) {
			return false;
		}
		synchronized (this.bySession) {
			Integer counted = this.bySession.remove(sessionId);
			int count = (counted != null) ? counted + 1 : 1;
			this.bySession.put(sessionId, count);
			if (this.bySession.size() > MAX_SESSIONS) {
				this.bySession.remove(this.bySession.keySet().iterator().next());
			}
			return count > MAX_TOKENS;
		}
	}

}
