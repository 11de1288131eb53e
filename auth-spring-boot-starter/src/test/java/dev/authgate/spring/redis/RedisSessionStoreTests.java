package dev.authgate.spring.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.contract.session.SessionStoreContract;
import dev.authgate.contract.session.TestSessions;
import dev.authgate.session.SessionStore;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class RedisSessionStoreTests extends SessionStoreContract {

	private static final StringRedisTemplate REDIS = TestRedis.connected();

	private static final AtomicInteger stores = new AtomicInteger();

	@Override
	protected SessionStore store() {
		return new RedisSessionStore(REDIS, "test-sessions-" + stores.incrementAndGet() + ":");
	}

	/** O10. */
	@Test
	void whenStoredThenRedisRemovesItWhenItHasExpired() {
		SessionStore store = new RedisSessionStore(REDIS, "expiring:");
		store.insert(TestSessions.plain("s1", "huginn"));
		assertThat(
				Duration.ofMillis(REDIS.getExpire("expiring:session:s1", java.util.concurrent.TimeUnit.MILLISECONDS)))
			.isBetween(Duration.ofMinutes(25), Duration.ofMinutes(31));
		assertThat(REDIS.getExpire("expiring:sessions-of:huginn")).isPositive();
	}

}
