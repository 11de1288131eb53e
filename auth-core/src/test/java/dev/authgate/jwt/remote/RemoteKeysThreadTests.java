package dev.authgate.jwt.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.key.KeysUnavailableException;
import dev.authgate.jwt.token.JsonParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RemoteKeysThreadTests {

	private static final int THREADS = 32;

	private static final TestIssuerKey KEY = TestIssuerKey.ec("k");

	private final FakeIssuer issuer = new FakeIssuer(KEY);

	private final RemoteKeys keys = this.issuer.keys();

	private final CountDownLatch asked = new CountDownLatch(1);

	private final CountDownLatch answered = new CountDownLatch(1);

	private final ExecutorService pool = Executors.newCachedThreadPool();

	@AfterEach
	void stop() {
		this.answered.countDown();
		this.pool.shutdownNow();
	}

	@Test
	void whenManyThreadsComeToColdKeysThenOneFetches() throws Exception {
		answerWhenReleased();
		List<Future<Integer>> answers = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			answers.add(this.pool.submit(() -> this.keys.find("k").size()));
		}
		this.asked.await();
		this.answered.countDown();
		for (Future<Integer> answer : answers) {
			assertThat(answer.get()).isEqualTo(1);
		}
		assertThat(this.issuer.fetches).hasValue(1);
	}

	/** E9. */
	@Test
	void whenManyThreadsNameRandomKeysThenOneMoreFetch() throws Exception {
		this.keys.find("k");
		Callable<Boolean> flood = () -> {
			for (int i = 0; i < 1000; i++) {
				assertThat(this.keys.find(Thread.currentThread().getName() + i)).isEmpty();
			}
			return true;
		};
		for (Future<Boolean> done : this.pool.invokeAll(Collections.nCopies(THREADS, flood))) {
			assertThat(done.get()).isTrue();
		}
		assertThat(this.issuer.fetches).hasValue(2);
	}

	@Test
	void whenRefreshIsSlowThenKnownKeyDoesNotWait() throws Exception {
		this.keys.find("k");
		answerWhenReleased();
		Future<?> refresh = this.pool.submit(this.issuer::runDueTask);
		this.asked.await();
		assertThat(this.keys.find("k")).hasSize(1);
		assertThat(refresh).isNotDone();
	}

	@Test
	void whenRefreshIsRunningThenUnknownKeyWaitsForItAndAsksNotAgain() throws Exception {
		this.keys.find("k");
		answerWhenReleased();
		Future<?> refresh = this.pool.submit(this.issuer::runDueTask);
		this.asked.await();
		assertThat(this.issuer.fetches).hasValue(2);
		this.issuer.publish(TestIssuerKey.ec("new"));
		Future<Integer> waiting = this.pool.submit(() -> this.keys.find("new").size());
		this.answered.countDown();
		refresh.get();
		assertThat(waiting.get()).isEqualTo(1);
	}

	@Test
	void whenTaskIsDueDuringAFetchThenItComesAgain() throws Exception {
		this.keys.find("k");
		answerWhenReleased();
		Future<Integer> asking = this.pool.submit(() -> this.keys.find("new").size());
		this.asked.await();
		this.issuer.runDueTask();
		assertThat(this.issuer.waitingTasks()).isEqualTo(1);
		this.answered.countDown();
		assertThat(asking.get()).isZero();
	}

	@Test
	void whenIssuerHasFailedThenOthersDoNotWaitWhileOneTriesAgain() throws Exception {
		this.issuer.fail();
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("k"));
		this.issuer.pass(Duration.ofSeconds(1));
		answerWhenReleased();
		Future<Integer> trying = this.pool.submit(() -> this.keys.find("k").size());
		this.asked.await();
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("k"))
			.withMessageContaining("not known now");
		assertThat(trying).isNotDone();
		this.answered.countDown();
		assertThat(trying.get()).isEqualTo(1);
	}

	@Test
	void whenFetchTakesTooLongThenOthersGiveUp() throws Exception {
		answerWhenReleased();
		this.pool.submit(() -> this.keys.find("k"));
		this.asked.await();
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("k"))
			.withMessageContaining("not fetched in time");
	}

	@Test
	void whenWaitingThreadIsInterruptedThenUnavailable() throws Exception {
		answerWhenReleased();
		this.pool.submit(() -> this.keys.find("k"));
		this.asked.await();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("k"));
		assertThat(Thread.interrupted()).isTrue();
	}

	private void answerWhenReleased() {
		this.issuer.answerBy((address, maxBytes) -> {
			this.asked.countDown();
			try {
				this.answered.await(20, TimeUnit.SECONDS);
				return JsonParser.parseObject(TestIssuer.jwkSet(KEY));
			}
			catch (Exception ex) {
				throw new FetchException("was not released");
			}
		});
	}

}
