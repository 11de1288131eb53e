package dev.authgate.spring.redis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.authgate.spring.throttle.NamedLimit;
import dev.authgate.spring.throttle.SharedBuckets;
import dev.authgate.spring.throttle.SharedStates;
import dev.authgate.spring.throttle.ThrottleStore;
import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Counts attempts in the application's Redis, for all nodes together; Redis itself
 * removes what has expired.
 * <p>
 * Safe for use by several threads.
 */
public final class RedisThrottleStore implements ThrottleStore, SharedStates {

	private static final String PREFIX = "authgate:throttle:";

	private static final RedisScript<Long> REPLACE = RedisScript.of("""
			local found = redis.call('GET', KEYS[1])
			if (found or '') ~= ARGV[1] then
				return 0
			end
			redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
			return 1
			""", Long.class);

	private static final byte[] NONE = {};

	private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();

	private final Clock clock;

	private final SharedBuckets buckets;

	/**
	 * Makes a store.
	 * @param connections the connections to Redis
	 * @param clock tells the time
	 */
	public RedisThrottleStore(RedisConnectionFactory connections, Clock clock) {
		this.redis.setConnectionFactory(connections);
		this.redis.setKeySerializer(RedisSerializer.string());
		this.redis.setValueSerializer(RedisSerializer.byteArray());
		this.redis.afterPropertiesSet();
		this.clock = clock;
		this.buckets = new SharedBuckets(this, clock);
	}

	@Override
	public Bucket bucket(NamedLimit limit, String subject) {
		return this.buckets.bucket(limit, subject);
	}

	@Override
	public boolean isRemembered(String subject) {
		byte[] end = find(idOf(subject));
		return end != null && this.clock.millis() < Long.parseLong(new String(end, StandardCharsets.US_ASCII));
	}

	@Override
	public void remember(String subject, Duration period) {
		long end = this.clock.instant().plus(period).toEpochMilli();
		this.redis.opsForValue().set(PREFIX + idOf(subject), ascii(end), period);
	}

	@Override
	public byte @Nullable [] find(String id) {
		return this.redis.opsForValue().get(PREFIX + id);
	}

	@Override
	public boolean replace(String id, byte @Nullable [] before, State after) {
		Long replaced = this.redis.execute(REPLACE, List.of(PREFIX + id), (before != null) ? before : NONE,
				after.bytes(), ascii(after.timeToLive().toMillis()));
		return replaced != null && replaced == 1;
	}

	private static String idOf(String subject) {
		return "known:" + subject;
	}

	private static byte[] ascii(long number) {
		return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
	}

}
