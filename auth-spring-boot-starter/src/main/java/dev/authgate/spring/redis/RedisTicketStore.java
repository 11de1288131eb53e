package dev.authgate.spring.redis;

import java.time.Instant;
import java.util.List;

import dev.authgate.secret.SecretDigest;
import dev.authgate.ticket.Ticket;
import dev.authgate.ticket.TicketStore;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Tickets in the application's Redis, which removes by itself what has expired.
 * <p>
 * Safe for use by several threads and nodes.
 */
public final class RedisTicketStore implements TicketStore {

	private static final RedisScript<Long> PUT = RedisScript.of("""
			redis.call('HSET', KEYS[1], 'path', ARGV[2], 'holder', ARGV[3], 'epoch', ARGV[4], 'expires', ARGV[1])
			redis.call('PEXPIREAT', KEYS[1], ARGV[1])
			return 1
			""", Long.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> TAKE = RedisScript.of("""
			local found = redis.call('HMGET', KEYS[1], 'path', 'holder', 'epoch', 'expires')
			redis.call('DEL', KEYS[1])
			return found
			""", List.class);

	private final StringRedisTemplate redis;

	private final String prefix;

	/**
	 * Makes the store of a Redis.
	 * @param redis the Redis
	 * @param prefix what its keys begin with
	 */
	public RedisTicketStore(StringRedisTemplate redis, String prefix) {
		this.redis = redis;
		this.prefix = prefix;
	}

	@Override
	public void put(Ticket ticket) {
		this.redis.execute(PUT, List.of(key(ticket.digest())), Long.toString(ticket.expiresAt().toEpochMilli()),
				ticket.path(), ticket.holder(), Long.toString(ticket.epoch()));
	}

	@Override
	public @Nullable Ticket take(SecretDigest digest) {
		List<?> found = this.redis.execute(TAKE, List.of(key(digest)));
		if (found.size() != 4 || found.get(0) == null) {
			return null;
		}
		return new Ticket(digest, text(found, 0), text(found, 1), Long.parseLong(text(found, 2)),
				Instant.ofEpochMilli(Long.parseLong(text(found, 3))));
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return 0;
	}

	private static String text(List<?> found, int at) {
		return String.valueOf(found.get(at));
	}

	private String key(SecretDigest digest) {
		return this.prefix + "ticket:" + digest;
	}

}
