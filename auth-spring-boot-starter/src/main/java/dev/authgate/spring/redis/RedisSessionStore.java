package dev.authgate.spring.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.authgate.session.Session;
import dev.authgate.session.SessionStore;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Sessions in the application's Redis, which removes by itself what has expired.
 * <p>
 * Each session is one hash, and each user has one sorted set of ids; every step changes
 * one key, so that a cluster will do. Of refresh tokens digests are kept, and times to
 * the millisecond. Safe for use by several threads and nodes.
 */
public final class RedisSessionStore implements SessionStore {

	private static final RedisScript<Long> STORE = RedisScript.of("""
			if ARGV[1] ~= '' and redis.call('HGET', KEYS[1], 'revision') ~= ARGV[1] then
				return 0
			end
			redis.call('DEL', KEYS[1])
			redis.call('HSET', KEYS[1], unpack(ARGV, 3))
			redis.call('PEXPIREAT', KEYS[1], ARGV[2])
			return 1
			""", Long.class);

	private static final RedisScript<Long> LIST = RedisScript.of("""
			redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1])
			redis.call('ZADD', KEYS[1], ARGV[3], ARGV[2])
			local last = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
			redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', tonumber(last[2])))
			return 1
			""", Long.class);

	private final StringRedisTemplate redis;

	private final String prefix;

	/**
	 * Makes the store of a Redis.
	 * @param redis the Redis
	 * @param prefix what its keys begin with
	 */
	public RedisSessionStore(StringRedisTemplate redis, String prefix) {
		this.redis = redis;
		this.prefix = prefix;
	}

	// The list first: a session that is not on it could not be ended with all others.
	@Override
	public void insert(Session session) {
		this.redis.execute(LIST, List.of(userKey(session.userId())), millis(session.lifetime().createdAt()),
				session.id(), millis(session.lifetime().expiresAt()));
		store(session, "", session.revision());
	}

	@Override
	public @Nullable Session find(String id) {
		HashOperations<String, String, String> hashes = this.redis.opsForHash();
		Map<String, String> fields = hashes.entries(sessionKey(id));
		return fields.isEmpty() ? null : SessionFields.session(id, fields);
	}

	@Override
	public List<Session> findByUser(String userId) {
		Set<String> ids = Objects.requireNonNullElse(this.redis.opsForZSet().range(userKey(userId), 0, -1), Set.of());
		return ids.stream().map(this::find).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
	}

	@Override
	public boolean replace(Session session) {
		return store(session, Long.toString(session.revision()), session.revision() + 1);
	}

	@Override
	public boolean delete(String id) {
		String user = (String) this.redis.opsForHash().get(sessionKey(id), SessionFields.USER);
		boolean deleted = this.redis.delete(sessionKey(id));
		if (user != null) {
			this.redis.opsForZSet().remove(userKey(user), id);
		}
		return deleted;
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return 0;
	}

	private boolean store(Session session, String expected, long revision) {
		List<String> arguments = new ArrayList<>(List.of(expected, millis(session.lifetime().endsAt())));
		Map<String, String> fields = new LinkedHashMap<>(SessionFields.of(session.withRevision(revision)));
		fields.forEach((name, value) -> {
			arguments.add(name);
			arguments.add(value);
		});
		Long stored = this.redis.execute(STORE, List.of(sessionKey(session.id())), arguments.toArray());
		return stored != null && stored == 1;
	}

	private String sessionKey(String id) {
		return this.prefix + "session:" + id;
	}

	private String userKey(String userId) {
		return this.prefix + "sessions-of:" + userId;
	}

	private static String millis(Instant time) {
		return Long.toString(time.toEpochMilli());
	}

}
