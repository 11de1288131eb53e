package dev.authgate.spring.redis;

import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.contract.session.RevocationStoreContract;
import dev.authgate.revocation.RevocationStore;

import org.springframework.data.redis.core.StringRedisTemplate;

class RedisRevocationStoreTests extends RevocationStoreContract {

	private static final StringRedisTemplate REDIS = TestRedis.connected();

	private static final AtomicInteger stores = new AtomicInteger();

	@Override
	protected RevocationStore store() {
		return new RedisRevocationStore(REDIS, "test-revocations-" + stores.incrementAndGet() + ":");
	}

}
