package dev.authgate.spring.redis;

import dev.authgate.spring.server.RealRedis;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Connections to a real Redis.
 */
final class TestRedis {

	private TestRedis() {
	}

	static StringRedisTemplate connected() {
		LettuceConnectionFactory connections = new LettuceConnectionFactory("localhost", RealRedis.port());
		connections.afterPropertiesSet();
		connections.start();
		return new StringRedisTemplate(connections);
	}

}
