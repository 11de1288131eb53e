package dev.authgate.spring.throttle;

import dev.authgate.throttle.Limit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

/**
 * What limits mean to buckets.
 */
final class Buckets {

	private Buckets() {
	}

	static Bandwidth bandwidth(Limit limit) {
		return Bandwidth.builder().capacity(limit.attempts()).refillGreedy(limit.attempts(), limit.period()).build();
	}

	static BucketConfiguration configuration(Limit limit) {
		return BucketConfiguration.builder().addLimit(bandwidth(limit)).build();
	}

}
