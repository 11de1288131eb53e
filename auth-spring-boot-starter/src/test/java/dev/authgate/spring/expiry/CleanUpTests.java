package dev.authgate.spring.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.ExpiringStore;
import dev.authgate.contract.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CleanUpTests {

	private final TestClock clock = new TestClock();

	/** O10. */
	@Test
	void whenMuchHasExpiredThenRemovedInStepsUntilNothingIsLeft() {
		AtomicInteger expired = new AtomicInteger(2_500);
		List<Integer> steps = new ArrayList<>();
		clean((now, limit) -> {
			int step = Math.min(limit, expired.get());
			expired.addAndGet(-step);
			steps.add(step);
			return step;
		});
		assertThat(steps).containsExactly(1_000, 1_000, 500);
	}

	@Test
	void whenThereIsNoEndThenEndedByTime() {
		AtomicInteger steps = new AtomicInteger();
		clean((now, limit) -> {
			this.clock.pass(Duration.ofSeconds(10));
			steps.incrementAndGet();
			return limit;
		});
		assertThat(steps).hasValue(3);
	}

	@Test
	void whenOneStoreFailsThenOthersAreCleaned() {
		AtomicInteger cleaned = new AtomicInteger();
		clean((now, limit) -> {
			throw new IllegalStateException("lost");
		}, (now, limit) -> cleaned.incrementAndGet());
		assertThat(cleaned).hasValue(1);
	}

	@Test
	void whenTimeIsAskedThenThatOfTheClock() {
		List<Instant> times = new ArrayList<>();
		clean((now, limit) -> {
			times.add(now);
			return 0;
		});
		assertThat(times).containsExactly(this.clock.instant());
	}

	@Test
	void whenScheduleIsStartedThenRunUntilStopped() throws InterruptedException {
		CountDownLatch ran = new CountDownLatch(2);
		CleanUpSchedule schedule = new CleanUpSchedule((stopped) -> {
			ran.countDown();
			throw new AssertionError("does not end the schedule");
		}, Duration.ofMillis(5));
		schedule.start();
		schedule.start();
		assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(schedule.isRunning()).isTrue();
		schedule.stop();
		schedule.stop();
		assertThat(schedule.isRunning()).isFalse();
	}

	@Test
	void whenStoppedThenTheStepIsEndedAndNotInterrupted() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		AtomicBoolean interrupted = new AtomicBoolean(true);
		CleanUpSchedule schedule = new CleanUpSchedule((stopped) -> {
			started.countDown();
			while (!stopped.getAsBoolean()) {
				Thread.onSpinWait();
			}
			interrupted.set(Thread.currentThread().isInterrupted());
		}, Duration.ofMillis(5));
		schedule.start();
		assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
		schedule.stop();
		assertThat(interrupted).isFalse();
	}

	@Test
	void whenToldToStopThenNoFurtherStep() {
		AtomicInteger steps = new AtomicInteger();
		ExpiringStore endless = (now, limit) -> {
			steps.incrementAndGet();
			return limit;
		};
		new CleanUp(() -> List.of(endless, endless), this.clock).run(() -> steps.get() > 0);
		assertThat(steps).hasValue(1);
	}

	private void clean(ExpiringStore... stores) {
		new CleanUp(() -> List.of(stores), this.clock).run();
	}

}
