package dev.authgate.spring.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authgate.throttle.Limit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Counts attempts in this process's memory.
 * <p>
 * Each limit has a cache of its own, of a bounded number of buckets. A bucket leaves when
 * nobody asked for it while it filled up, which loses nothing. When the bound is reached
 * the cache keeps the buckets that are asked for most often: an account under attack is
 * asked for all the time, and names made up to push it out only once each. Safe for use
 * by several threads.
 */
public final class MemoryThrottleStore implements ThrottleStore {

	/** The most buckets of one limit: about 20 megabytes when somebody fills it. */
	public static final int MAX_BUCKETS = 50_000;

	private final ConcurrentMap<String, Cache<String, Bucket>> buckets = new ConcurrentHashMap<>();

	private final ConcurrentMap<Duration, Cache<String, Boolean>> remembered = new ConcurrentHashMap<>();

	private final TimeMeter meter;

	/**
	 * Makes an empty store.
	 * @param clock tells the time
	 */
	public MemoryThrottleStore(Clock clock) {
		this.meter = new ClockMeter(clock);
	}

	@Override
	public Bucket bucket(NamedLimit limit, String subject) {
		return this.buckets
			.computeIfAbsent(limit.name(), (name) -> cache().expireAfterAccess(limit.limit().period()).build())
			.get(subject, (key) -> bucket(limit.limit()));
	}

	@Override
	public boolean isRemembered(String subject) {
		return this.remembered.values().stream().anyMatch((cache) -> cache.getIfPresent(subject) != null);
	}

	@Override
	public void remember(String subject, Duration period) {
		this.remembered.computeIfAbsent(period, (time) -> cache().expireAfterWrite(time).build())
			.put(subject, Boolean.TRUE);
	}

	private Bucket bucket(Limit limit) {
		return Bucket.builder().withCustomTimePrecision(this.meter).addLimit(Buckets.bandwidth(limit)).build();
	}

	// In the thread that asks: there is none to stop when the application does.
	private Caffeine<Object, Object> cache() {
		return Caffeine.newBuilder()
			.maximumSize(MAX_BUCKETS)
			.ticker(this.meter::currentTimeNanos)
			.executor(Runnable::run);
	}

}
