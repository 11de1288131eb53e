package dev.authgate.spring.redis;

import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.contract.TicketStoreContract;
import dev.authgate.ticket.TicketStore;

import org.springframework.data.redis.core.StringRedisTemplate;

class RedisTicketStoreTests extends TicketStoreContract {

	private static final StringRedisTemplate REDIS = TestRedis.connected();

	private static final AtomicInteger stores = new AtomicInteger();

	@Override
	protected TicketStore store() {
		return new RedisTicketStore(REDIS, "test-tickets-" + stores.incrementAndGet() + ":");
	}

}
