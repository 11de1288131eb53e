package dev.authgate.spring.throttle;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import dev.authgate.throttle.Limit;
import io.github.bucket4j.Bucket;

/**
 * Buckets of which all nodes see the same state.
 * <p>
 * Safe for use by several threads.
 */
public final class SharedBuckets {

	private final ConcurrentMap<Limit, SwappingProxies> proxies = new ConcurrentHashMap<>();

	private final SharedStates states;

	private final Clock clock;

	/**
	 * Makes buckets.
	 * @param states where their states are
	 * @param clock tells the time; those of all nodes should agree
	 */
	public SharedBuckets(SharedStates states, Clock clock) {
		this.states = states;
		this.clock = clock;
	}

	/**
	 * Gives a bucket.
	 * @param limit what it holds
	 * @param subject whose attempts it counts
	 * @return the bucket
	 */
	public Bucket bucket(NamedLimit limit, String subject) {
		return this.proxies
			.computeIfAbsent(limit.limit(), (key) -> new SwappingProxies(this.states, key, new ClockMeter(this.clock)))
			.builder()
			.build(limit.name() + ":" + limit.limit() + ":" + subject, () -> Buckets.configuration(limit.limit()));
	}

}
