package dev.authgate.spring.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authgate.throttle.Limit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of buckets of one limit.
 * <p>
 * A bucket leaves when nobody asked for it while it filled up, which loses nothing. When
 * there are too many, one that is at least half empty is put aside: an attacker who makes
 * up names to push out the count of another one has to spend half of the limit on each of
 * them. Safe for use by several threads.
 */
final class BucketShelf {

	private final Cache<String, Bucket> buckets;

	private final Cache<String, Bucket> aside;

	private final Limit limit;

	private final TimeMeter meter;

	BucketShelf(Limit limit, TimeMeter meter, int maxBuckets) {
		this.limit = limit;
		this.meter = meter;
		this.aside = cache(maxBuckets).build();
		this.buckets = cache(maxBuckets).evictionListener((subject, bucket, cause) -> putAside(subject, bucket))
			.build();
	}

	Bucket bucket(String subject) {
		return this.buckets.get(subject, this::takenBack);
	}

	long size() {
		this.buckets.cleanUp();
		this.aside.cleanUp();
		return this.buckets.estimatedSize() + this.aside.estimatedSize();
	}

	private Bucket takenBack(String subject) {
		Bucket kept = this.aside.asMap().remove(subject);
		return (kept != null) ? kept
				: Bucket.builder().withCustomTimePrecision(this.meter).addLimit(Buckets.bandwidth(this.limit)).build();
	}

	private void putAside(@Nullable Object subject, @Nullable Object bucket) {
		if (subject instanceof String name && bucket instanceof Bucket kept
				&& kept.getAvailableTokens() <= this.limit.attempts() / 2) {
			this.aside.put(name, kept);
		}
	}

	// In the thread that asks: there is none to stop when the application does.
	private Caffeine<Object, Object> cache(int maxBuckets) {
		return Caffeine.newBuilder()
			.maximumSize(maxBuckets)
			.expireAfterAccess(this.limit.period())
			.ticker(this.meter::currentTimeNanos)
			.executor(Runnable::run);
	}

}
