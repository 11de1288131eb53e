package dev.authgate.apikey;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * When API keys were last accepted, to the minute, since this process started.
 * <p>
 * Keys are told apart by their ids, which stay when a set of keys is loaded anew. Safe
 * for use by several threads: a request writes only when the minute has changed, and
 * never waits. There is one entry for each key that was ever accepted, and none for keys
 * that were refused.
 */
public final class ApiKeyUsage {

	private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

	private final Map<String, AtomicLong> minutesById = new ConcurrentHashMap<>();

	private final Clock clock;

	/**
	 * Makes a record without entries.
	 * @param clock tells the minute
	 */
	public ApiKeyUsage(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Tells when a key was last accepted.
	 * @param id the id of the key
	 * @return the beginning of that minute, or {@code null} if it was not since the start
	 */
	public @Nullable Instant lastUsed(String id) {
		AtomicLong minute = this.minutesById.get(id);
		return (minute != null) ? Instant.ofEpochMilli(minute.get() * MINUTE_MILLIS) : null;
	}

	void accepted(String id) {
		long now = this.clock.millis() / MINUTE_MILLIS;
		AtomicLong minute = this.minutesById.get(id);
		if (minute == null) {
			minute = this.minutesById.computeIfAbsent(id, (key) -> new AtomicLong(now));
		}
		if (minute.get() < now) {
			minute.set(now);
		}
	}

}
