package dev.authgate.spring.throttle;

import java.time.Duration;

import dev.authgate.spring.redis.RedisThrottleStore;
import dev.authgate.spring.server.RealRedis;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.Attempt.Refused;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On a real Redis.
 */
class RedisThrottleStoreTests extends ThrottleStoreContract {

	private static final LettuceConnectionFactory CONNECTIONS = new LettuceConnectionFactory("127.0.0.1",
			RealRedis.port());

	private final StringRedisTemplate redis = new StringRedisTemplate(CONNECTIONS);

	@BeforeAll
	static void connect() {
		CONNECTIONS.start();
	}

	@AfterAll
	static void disconnect() {
		CONNECTIONS.destroy();
	}

	@BeforeEach
	void empty() {
		this.redis.delete(this.redis.keys("authgate:throttle:*"));
	}

	@Override
	ThrottleStore store() {
		return new RedisThrottleStore(CONNECTIONS, this.clock);
	}

	/** F47: several nodes share one count. */
	@Test
	void whenAnotherNodeCountedThenRefusedHere() {
		Throttle other = throttle(store());
		for (int i = 0; i < 5; i++) {
			login("ada", HOME);
			other.attempt(AttemptKind.LOGIN, "ada", HOME);
		}
		Attempt here = login("ada", HOME);
		assertThat(here).isEqualTo(new Refused(Duration.ofSeconds(90)));
		assertThat(other.attempt(AttemptKind.LOGIN, "ada", HOME)).isEqualTo(here);
	}

	/** O10: Redis removes what has expired. */
	@Test
	void whenCountedThenEachKeyExpiresAndTellsNoName() {
		succeed("ada", HOME);
		assertThat(this.redis.keys("authgate:throttle:*")).hasSize(4).allSatisfy((key) -> {
			assertThat(this.redis.getExpire(key)).isBetween(1L, Duration.ofDays(30).toSeconds());
			assertThat(key).doesNotContain("ada").doesNotContain(HOME);
		});
	}

}
