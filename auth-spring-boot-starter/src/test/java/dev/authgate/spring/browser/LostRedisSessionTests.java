package dev.authgate.spring.browser;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.server.FreePort;
import dev.authgate.spring.server.RealRedis;
import redis.embedded.RedisServer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;

/**
 * Sessions in a Redis that is lost, and comes back empty.
 */
class LostRedisSessionTests extends LostSessionContract {

	private static final int PORT = FreePort.find();

	private RedisServer server = RealRedis.start(PORT);

	private boolean lost;

	@Override
	Class<?> configuration() {
		return InLosableRedis.class;
	}

	@Override
	void lose() {
		end(this.server);
		this.lost = true;
	}

	@Override
	void recover(TestApp app) {
		if (!this.lost) {
			return;
		}
		this.lost = false;
		this.server = RealRedis.start(PORT);
		try (RedisConnection connection = app.bean(LettuceConnectionFactory.class).getConnection()) {
			connection.ping();
		}
	}

	@Override
	void release() {
		end(this.server);
	}

	private static void end(RedisServer server) {
		try {
			server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Keeps sessions there.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableRedisHttpSession
	static class InLosableRedis extends StoredSessions.Shared {

		@Bean
		LettuceConnectionFactory redisConnections() {
			return new LettuceConnectionFactory("localhost", PORT);
		}

	}

}
