package dev.authgate.spring.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Counts attempts in this process's memory, which is bounded.
 * <p>
 * Safe for use by several threads.
 */
public final class MemoryThrottleStore implements ThrottleStore {

	/**
	 * The most buckets of one limit, and the most of its half empty ones beside: about 40
	 * megabytes when somebody fills both.
	 */
	public static final int MAX_BUCKETS = 50_000;

	private final ConcurrentMap<NamedLimit, BucketShelf> shelves = new ConcurrentHashMap<>();

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
		return this.shelves.computeIfAbsent(limit, (key) -> new BucketShelf(key.limit(), this.meter, MAX_BUCKETS))
			.bucket(subject);
	}

	@Override
	public boolean isRemembered(String subject) {
		return this.remembered.values().stream().anyMatch((cache) -> cache.getIfPresent(subject) != null);
	}

	// An entry is a login that succeeded: nobody but those who have accounts can fill it.
	@Override
	public void remember(String subject, Duration period) {
		this.remembered
			.computeIfAbsent(period,
					(time) -> Caffeine.newBuilder()
						.maximumSize(MAX_BUCKETS)
						.expireAfterWrite(time)
						.ticker(this.meter::currentTimeNanos)
						.executor(Runnable::run)
						.build())
			.put(subject, Boolean.TRUE);
	}

	long size() {
		return this.shelves.values().stream().mapToLong(BucketShelf::size).sum();
	}

}
