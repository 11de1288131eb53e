package dev.authgate.spring.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.authgate.revocation.Revocation;
import dev.authgate.revocation.RevocationKind;
import dev.authgate.revocation.RevocationStore;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Revocations in the application's Redis.
 * <p>
 * Scripts change them, one after the other, and number the changes by the clock of Redis,
 * so that numbers rise also where Redis has lost what it held. Where they do not, because
 * its clock was put back too, the changes begin anew. Their three keys are in one slot of
 * a cluster. Safe for use by several threads and nodes.
 */
public final class RedisRevocationStore implements RevocationStore {

	private static final int PAGE = 1000;

	private static final RedisScript<String> RAISE = RedisScript.of("""
			local epoch, till = tonumber(ARGV[2]), tonumber(ARGV[3])
			local former = redis.call('HGET', KEYS[1], ARGV[1])
			if former then
				local formerEpoch, formerTill = string.match(former, '^(%d+) (%d+)$')
				epoch = math.max(epoch, tonumber(formerEpoch) + 1)
				till = math.max(till, tonumber(formerTill))
			end
			local time = redis.call('TIME')
			local number = time[1] * 1000000 + time[2]
			local last = redis.call('ZREVRANGE', KEYS[2], 0, 0, 'WITHSCORES')
			if last[2] and tonumber(last[2]) >= number then
				number = tonumber(last[2]) + 1
			end
			local value = string.format('%.0f %.0f', epoch, till)
			redis.call('HSET', KEYS[1], ARGV[1], value)
			redis.call('ZADD', KEYS[2], string.format('%.0f', number), ARGV[1])
			redis.call('ZADD', KEYS[3], string.format('%.0f', till), ARGV[1])
			return value
			""", String.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> CHANGES = RedisScript.of("""
			local last = redis.call('ZREVRANGE', KEYS[2], 0, 0, 'WITHSCORES')
			local from = ARGV[1]
			if tonumber(last[2] or 0) < tonumber(from) then
				from = '0'
			end
			local found = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. from, '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
			local changes = {}
			for i = 1, #found, 2 do
				table.insert(changes, found[i])
				table.insert(changes, redis.call('HGET', KEYS[1], found[i]))
			end
			table.insert(changes, string.format('%.0f', tonumber(found[#found] or last[2] or 0)))
			return changes
			""", List.class);

	private static final RedisScript<Long> DELETE = RedisScript.of("""
			local expired = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
			for _, field in ipairs(expired) do
				redis.call('HDEL', KEYS[1], field)
				redis.call('ZREM', KEYS[2], field)
				redis.call('ZREM', KEYS[3], field)
			end
			return #expired
			""", Long.class);

	private final StringRedisTemplate redis;

	private final List<String> keys;

	/**
	 * Makes the store of a Redis.
	 * @param redis the Redis
	 * @param prefix what its keys begin with
	 */
	public RedisRevocationStore(StringRedisTemplate redis, String prefix) {
		this.redis = redis;
		this.keys = List.of(prefix + "{revocation}:entries", prefix + "{revocation}:changes",
				prefix + "{revocation}:ends");
	}

	@Override
	public Revocation raise(Revocation revocation) {
		String field = field(revocation);
		String raised = this.redis.execute(RAISE, this.keys, field, Long.toString(revocation.epoch()),
				Long.toString(revocation.until().toEpochMilli()));
		return revocation(field, Objects.requireNonNull(raised));
	}

	@Override
	public @Nullable Revocation find(RevocationKind kind, String id) {
		String field = field(new Revocation(kind, id, 0, Instant.EPOCH));
		Object found = this.redis.opsForHash().get(this.keys.get(0), field);
		return (found instanceof String text) ? revocation(field, text) : null;
	}

	@Override
	public Changes changesSince(long cursor) {
		List<?> page = Objects
			.requireNonNull(this.redis.execute(CHANGES, this.keys, Long.toString(cursor), Integer.toString(PAGE)));
		int found = (page.size() - 1) / 2;
		List<Revocation> changed = new ArrayList<>(found);
		for (int i = 0; i < found; i++) {
			changed.add(revocation((String) page.get(2 * i), (String) page.get(2 * i + 1)));
		}
		return new Changes(changed, Long.parseLong((String) page.get(2 * found)), found < PAGE);
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		Long deleted = this.redis.execute(DELETE, this.keys, Long.toString(now.toEpochMilli()),
				Integer.toString(limit));
		return (deleted != null) ? deleted.intValue() : 0;
	}

	private static String field(Revocation revocation) {
		return revocation.kind().name() + ':' + revocation.id();
	}

	private static Revocation revocation(String field, String value) {
		int colon = field.indexOf(':');
		int blank = value.indexOf(' ');
		return new Revocation(RevocationKind.valueOf(field.substring(0, colon)), field.substring(colon + 1),
				Long.parseLong(value.substring(0, blank)),
				Instant.ofEpochMilli(Long.parseLong(value.substring(blank + 1))));
	}

}
