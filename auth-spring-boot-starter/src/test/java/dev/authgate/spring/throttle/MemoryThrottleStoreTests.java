package dev.authgate.spring.throttle;

import java.time.Duration;

import dev.authgate.throttle.Attempt.Refused;
import dev.authgate.throttle.Limit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryThrottleStoreTests extends ThrottleStoreContract {

	private static final NamedLimit LIMIT = new NamedLimit("test", Limit.of("10/15m"));

	@Override
	ThrottleStore store() {
		return new MemoryThrottleStore(this.clock);
	}

	/** F47: names made up do not push out the count of the account that is attacked. */
	@Test
	void whenNamesFloodThenCountUnderAttackStays() {
		MemoryThrottleStore store = new MemoryThrottleStore(this.clock);
		store.bucket(LIMIT, "target").tryConsume(10);
		for (int i = 0; i < 10 * MemoryThrottleStore.MAX_BUCKETS; i++) {
			store.bucket(LIMIT, "made-up-" + i).tryConsume(1);
		}
		assertThat(store.bucket(LIMIT, "target").getAvailableTokens()).isZero();
		assertThat(store.size()).isLessThanOrEqualTo(MemoryThrottleStore.MAX_BUCKETS + 1);
	}

	@Test
	void whenBucketIsFullAgainThenNotKept() {
		MemoryThrottleStore store = new MemoryThrottleStore(this.clock);
		store.bucket(LIMIT, "target").tryConsume(10);
		this.clock.pass(Duration.ofMinutes(15));
		store.bucket(LIMIT, "other");
		assertThat(store.size()).isEqualTo(1);
	}

	@Test
	void whenTimeGoesBackThenNothingIsGiven() {
		fail(10, "ada", HOME);
		this.clock.pass(Duration.ofMinutes(-10));
		assertThat(login("ada", HOME)).isInstanceOf(Refused.class);
	}

}
