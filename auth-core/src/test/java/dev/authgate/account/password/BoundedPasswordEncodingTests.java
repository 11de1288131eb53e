package dev.authgate.account.password;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.authgate.contract.Race;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * However many log in at once, a few are judged at a time.
 */
class BoundedPasswordEncodingTests {

	private static final Secret ANY = Secret.of("x");

	private final Counting counting = new Counting();

	@Test
	void whenManyLogInAtOnceThenFewAreJudgedAtATime() {
		PasswordEncoding bounded = new BoundedPasswordEncoding(this.counting, 2, Duration.ofSeconds(30));
		List<Boolean> results = Race.of(34, (i) -> bounded.matches(ANY, ANY));
		assertThat(results).hasSize(34).containsOnly(true);
		assertThat(this.counting.most).hasValueLessThanOrEqualTo(2);
	}

	@Test
	void whenTurnDoesNotComeThenBusy() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch leave = new CountDownLatch(1);
		PasswordEncoding bounded = new BoundedPasswordEncoding(new Holding(entered, leave), 1, Duration.ZERO);
		Thread holder = new Thread(() -> bounded.encode(ANY));
		holder.start();
		entered.await();
		assertThatExceptionOfType(PasswordsBusyException.class).isThrownBy(() -> bounded.matches(ANY, ANY));
		leave.countDown();
		holder.join();
		assertThat(bounded.encode(ANY)).isEqualTo(ANY);
	}

	@Test
	void whenTooManyWaitThenOthersAreBusyAtOnce() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch leave = new CountDownLatch(1);
		PasswordEncoding bounded = new BoundedPasswordEncoding(new Holding(entered, leave), 1, Duration.ofMinutes(1));
		List<Thread> threads = IntStream.range(0, 65).mapToObj((i) -> new Thread(() -> bounded.encode(ANY))).toList();
		threads.forEach(Thread::start);
		entered.await();
		while (threads.stream().filter((thread) -> thread.getState() == State.TIMED_WAITING).count() < 64) {
			Thread.onSpinWait();
		}
		assertThatExceptionOfType(PasswordsBusyException.class).isThrownBy(() -> bounded.encode(ANY));
		leave.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(bounded.encode(ANY)).isEqualTo(ANY);
	}

	@Test
	void whenEncodingThrowsThenPermitIsGivenBack() {
		PasswordEncoding bounded = new BoundedPasswordEncoding(new Counting() {
			@Override
			public Secret encode(Secret password) {
				throw new IllegalStateException();
			}
		}, 1, Duration.ZERO);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> bounded.encode(ANY));
		assertThat(bounded.matches(ANY, ANY)).isTrue();
	}

	@Test
	void whenThreadIsInterruptedThenBusyAndStillInterrupted() {
		PasswordEncoding bounded = new BoundedPasswordEncoding(this.counting, 1, Duration.ofSeconds(5));
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(PasswordsBusyException.class).isThrownBy(() -> bounded.matches(ANY, ANY));
		assertThat(Thread.interrupted()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "64, 20, 4, 1", "10, 20, 4, 1", "256, 20, 16, 3", "256, 20, 4, 2", "4096, 20, 2, 1", "512, 20, 1, 1" })
	void whenHeapIsKnownThenAsManyAsFit(long heap, long each, int processors, int permits) {
		assertThat(BoundedPasswordEncoding.permits(heap << 20, each << 20, processors)).isEqualTo(permits);
	}

	@Test
	void whenNobodyWouldBeLetThroughThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new BoundedPasswordEncoding(this.counting, 0, Duration.ZERO));
	}

	private static class Counting implements PasswordEncoding {

		final AtomicInteger now = new AtomicInteger();

		final AtomicInteger most = new AtomicInteger();

		@Override
		public boolean matches(Secret password, Secret encoded) {
			int present = this.now.incrementAndGet();
			this.most.accumulateAndGet(present, Math::max);
			Thread.yield();
			this.now.decrementAndGet();
			return true;
		}

		@Override
		public Secret encode(Secret password) {
			return password;
		}

		@Override
		public boolean needsUpgrade(Secret encoded) {
			return false;
		}

	}

	private static final class Holding extends Counting {

		private final CountDownLatch entered;

		private final CountDownLatch leave;

		Holding(CountDownLatch entered, CountDownLatch leave) {
			this.entered = entered;
			this.leave = leave;
		}

		@Override
		public Secret encode(Secret password) {
			this.entered.countDown();
			try {
				this.leave.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return password;
		}

	}

}
