package dev.authgate.spring.browser;

import java.util.Set;

import javax.sql.DataSource;

import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.RevocationStore;
import dev.authgate.session.InMemorySessionStore;
import dev.authgate.session.SessionStore;
import dev.authgate.spring.server.RealRedis;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/**
 * Stores that two instances of an application share.
 */
final class StoredSessions {

	private static final SessionStore SESSIONS = new InMemorySessionStore(100);

	private static final RevocationStore REVOCATIONS = new InMemoryRevocationStore();

	private static final DataSource DATABASE = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
		.generateUniqueName(true)
		.addScript("org/springframework/session/jdbc/schema-h2.sql")
		.build();

	private StoredSessions() {
	}

	static String everythingInDatabase() {
		return JdbcClient.create(DATABASE).sql("SELECT * FROM SPRING_SESSION").query().listOfRows().toString();
	}

	static Set<String> keysInRedis() {
		LettuceConnectionFactory connections = connections();
		try {
			return Set.copyOf(new StringRedisTemplate(connections).keys("*"));
		}
		finally {
			connections.destroy();
		}
	}

	private static LettuceConnectionFactory connections() {
		LettuceConnectionFactory connections = new LettuceConnectionFactory("localhost", RealRedis.port());
		connections.afterPropertiesSet();
		connections.start();
		return connections;
	}

	@Configuration(proxyBeanMethods = false)
	static class Shared {

		@Bean
		SessionStore sessionStore() {
			return SESSIONS;
		}

		@Bean
		RevocationStore revocationStore() {
			return REVOCATIONS;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcHttpSession
	static class InDatabase extends Shared {

		@Bean(destroyMethod = "")
		DataSource dataSource() {
			return DATABASE;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableRedisHttpSession
	static class InRedis extends Shared {

		@Bean
		LettuceConnectionFactory redisConnections() {
			return new LettuceConnectionFactory("localhost", RealRedis.port());
		}

	}

}
