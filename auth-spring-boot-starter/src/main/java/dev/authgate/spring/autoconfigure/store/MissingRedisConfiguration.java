package dev.authgate.spring.autoconfigure.store;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;

/**
 * Refuses to keep something in Redis without the library for it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "authgate.store", havingValue = "redis")
@ConditionalOnMissingClass("org.springframework.data.redis.core.StringRedisTemplate")
public final class MissingRedisConfiguration {

	MissingRedisConfiguration() {
		throw new MisconfigurationException("authgate.store is redis, and spring-data-redis is not on the class path.",
				"Add the dependency org.springframework.boot:spring-boot-starter-data-redis.");
	}

}
