package dev.authgate.spring.throttle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import dev.authgate.spring.store.Deadline;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.Attempt.Permitted;
import dev.authgate.throttle.Attempt.Refused;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeadlineThrottleTests {

	private static final Duration DEADLINE = Duration.ofMillis(50);

	@Test
	void whenStoreAnswersThenAnswerIsPassedOn() {
		Refused refused = new Refused(Duration.ofSeconds(7));
		assertThat(attempt((kind, account, address) -> refused)).isEqualTo(refused);
		assertThat(attempt(Throttle.none())).isInstanceOf(Permitted.class);
	}

	/** F47: fails closed. */
	@Test
	void whenStoreHangsThenNotWaitedForItForLong() {
		CountDownLatch never = new CountDownLatch(1);
		assertThatIllegalStateException().isThrownBy(() -> attempt((kind, account, address) -> {
			await(never);
			return new Refused(Duration.ZERO);
		})).withMessageContaining("does not answer");
	}

	@Test
	void whenStoreFailsThenThrown() {
		assertThatIllegalStateException().isThrownBy(() -> attempt((kind, account, address) -> {
			throw new IllegalArgumentException("lost");
		})).withMessageContaining("failed");
	}

	@Test
	void whenStoreIsLostAfterPasswordWasRightThenLetIn() {
		Permitted lost = () -> {
			throw new IllegalArgumentException("lost");
		};
		Permitted permitted = (Permitted) attempt((kind, account, address) -> lost);
		assertThatCode(permitted::succeeded).doesNotThrowAnyException();
	}

	private static Attempt attempt(Throttle throttle) {
		return new DeadlineThrottle(throttle, new Deadline(DEADLINE, 32, true)).attempt(AttemptKind.LOGIN, "ada",
				"192.0.2.7");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
