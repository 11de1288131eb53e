package dev.authgate.spring.autoconfigure.store;

import java.time.Clock;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.redis.RedisThrottleStore;
import dev.authgate.spring.throttle.ThrottleStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * The counts of attempts, where all nodes share a Redis.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "authgate.store", havingValue = "redis")
@ConditionalOnClass(RedisConnectionFactory.class)
public final class RedisThrottleConfiguration {

	@Bean
	@ConditionalOnMissingBean(ThrottleStore.class)
	RedisThrottleStore authgateRedisThrottleStore(ObjectProvider<RedisConnectionFactory> connections,
			ObjectProvider<Clock> clock) {
		RedisConnectionFactory redis = connections.getIfUnique();
		if (redis == null) {
			throw new MisconfigurationException(
					"authgate.store is redis, and the application has no RedisConnectionFactory, or several.",
					"Set spring.data.redis.url, or mark one of them with @Primary.");
		}
		return new RedisThrottleStore(redis, clock.getIfUnique(Clock::systemUTC));
	}

}
