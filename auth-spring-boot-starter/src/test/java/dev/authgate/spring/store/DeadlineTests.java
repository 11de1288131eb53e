package dev.authgate.spring.store;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.RevocationKind;
import dev.authgate.revocation.RevocationStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeadlineTests {

	private static final Duration TIME = Duration.ofMillis(50);

	private final CountDownLatch hanging = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final AtomicBoolean interrupted = new AtomicBoolean();

	@Test
	void whenADatabaseTakesTooLongThenItsThreadIsNotInterrupted() throws InterruptedException {
		assertThat(isInterruptedBy(new Deadline(TIME, 1, false))).isFalse();
	}

	@Test
	void whenAServerTakesTooLongThenItsThreadIsInterrupted() throws InterruptedException {
		assertThat(isInterruptedBy(new Deadline(TIME, 1, true))).isTrue();
	}

	@Test
	void whenClosedThenADatabaseIsNotInterrupted() throws InterruptedException {
		Deadline deadline = new Deadline(TIME, 1, false);
		assertThatIllegalStateException().isThrownBy(() -> deadline.call(this::hang));
		deadline.close();
		this.hanging.countDown();
		assertThat(this.ended.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.interrupted).isFalse();
	}

	@Test
	void whenAllThreadsAreTakenThenACallWaitsForItsTurn() throws Exception {
		try (Deadline deadline = new Deadline(Duration.ofSeconds(20), 1, false)) {
			CompletableFuture<Object> first = CompletableFuture.supplyAsync(() -> deadline.call(this::hang));
			CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> deadline.call(() -> "second"));
			this.hanging.countDown();
			assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo("second");
			assertThat(first.get(20, TimeUnit.SECONDS)).isNotNull();
		}
	}

	@Test
	void whenAllThreadsAreTakenThenNoLongerThanTheDeadline() {
		try (Deadline deadline = new Deadline(TIME, 1, false)) {
			assertThatIllegalStateException().isThrownBy(() -> deadline.call(this::hang));
			assertThatIllegalStateException().isThrownBy(() -> deadline.call(() -> "second"))
				.withMessageContaining("does not answer");
			this.hanging.countDown();
		}
	}

	@Test
	void whenReadsHangThenRevocationsAreStillFollowed() {
		IntFunction<Deadline> deadlines = (calls) -> new Deadline(TIME, Math.min(calls, 2), false);
		try (DeadlineRevocationStore store = new DeadlineRevocationStore(hangingReads(), deadlines)) {
			for (int i = 0; i < 2; i++) {
				assertThatIllegalStateException().isThrownBy(() -> store.find(RevocationKind.USER, "ada"));
			}
			assertThatIllegalStateException().isThrownBy(() -> store.find(RevocationKind.USER, "ada"));
			assertThat(store.changesSince(0).complete()).isTrue();
			this.hanging.countDown();
		}
	}

	private RevocationStore hangingReads() {
		InMemoryRevocationStore memory = new InMemoryRevocationStore();
		return (RevocationStore) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { RevocationStore.class },
				(proxy, method, arguments) -> "find".equals(method.getName()) ? nothing() : memory.changesSince(0));
	}

	private boolean isInterruptedBy(Deadline deadline) throws InterruptedException {
		try (deadline) {
			assertThatIllegalStateException().isThrownBy(() -> deadline.call(this::hang))
				.withMessageContaining("does not answer");
			if (!this.ended.await(100, TimeUnit.MILLISECONDS)) {
				this.hanging.countDown();
			}
			assertThat(this.ended.await(10, TimeUnit.SECONDS)).isTrue();
		}
		return this.interrupted.get();
	}

	private @Nullable Object nothing() {
		hang();
		return null;
	}

	private Object hang() {
		try {
			this.hanging.await();
		}
		catch (InterruptedException ex) {
			this.interrupted.set(true);
		}
		this.ended.countDown();
		return "answer";
	}

}
