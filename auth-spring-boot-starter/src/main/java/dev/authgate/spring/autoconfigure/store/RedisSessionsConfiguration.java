package dev.authgate.spring.autoconfigure.store;

import dev.authgate.revocation.RevocationStore;
import dev.authgate.session.SessionStore;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.redis.RedisRevocationStore;
import dev.authgate.spring.redis.RedisSessionStore;
import dev.authgate.spring.redis.RedisTicketStore;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.store.Deadline;
import dev.authgate.spring.store.DeadlineRevocationStore;
import dev.authgate.spring.store.DeadlineSessionStore;
import dev.authgate.spring.store.DeadlineTicketStore;
import dev.authgate.ticket.TicketStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Sessions, revocations and tickets, where all nodes share a Redis.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "authgate.store", havingValue = "redis")
@ConditionalOnClass(StringRedisTemplate.class)
@Lazy
public final class RedisSessionsConfiguration {

	@Bean
	Deadline authgateStoreDeadline() {
		return Deadline.ofServer(Deadline.REQUESTS);
	}

	@Bean
	@ConditionalOnMissingBean
	SessionStore authgateSessionStore(ObjectProvider<RedisConnectionFactory> connections, AuthgateProperties properties,
			Deadline deadline) {
		return new DeadlineSessionStore(new RedisSessionStore(redis(connections), properties.redis().keyPrefix()),
				deadline);
	}

	@Bean
	@ConditionalOnMissingBean
	RevocationStore authgateRevocationStore(ObjectProvider<RedisConnectionFactory> connections,
			AuthgateProperties properties) {
		return new DeadlineRevocationStore(new RedisRevocationStore(redis(connections), properties.redis().keyPrefix()),
				Deadline::ofServer);
	}

	@Bean
	@ConditionalOnMissingBean
	TicketStore authgateTicketStore(ObjectProvider<RedisConnectionFactory> connections, AuthgateProperties properties,
			Deadline deadline) {
		return new DeadlineTicketStore(new RedisTicketStore(redis(connections), properties.redis().keyPrefix()),
				deadline);
	}

	// Not the application's own template, which may write keys otherwise.
	private static StringRedisTemplate redis(ObjectProvider<RedisConnectionFactory> connections) {
		RedisConnectionFactory unique = connections.getIfUnique();
		if (unique == null) {
			throw new MisconfigurationException(
					"authgate.store is redis, and the application has no RedisConnectionFactory, or several.",
					"Set spring.data.redis.url, or mark one of them with @Primary.");
		}
		return new StringRedisTemplate(unique);
	}

}
