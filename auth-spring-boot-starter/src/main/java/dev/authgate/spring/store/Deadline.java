package dev.authgate.spring.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Waits a bounded time for a store that may be lost, whatever its pool of connections or
 * its driver would wait for.
 * <p>
 * No more than 32 calls wait at once; others fail without waiting. Safe for use by
 * several threads.
 */
public final class Deadline implements AutoCloseable {

	/** How long a request waits for a store. */
	public static final Duration DEFAULT = Duration.ofSeconds(2);

	private static final int THREADS = 32;

	private static final int IDLE_SECONDS = 10;

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
			new SynchronousQueue<>(), Deadline::daemon);

	private final Duration time;

	/**
	 * Makes a deadline.
	 * @param time how long to wait for one call
	 */
	public Deadline(Duration time) {
		this.time = time;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	<T extends @Nullable Object> T call(Supplier<T> call) {
		Callable<T> work = call::get;
		Future<T> answer = this.threads.submit(work);
		try {
			return answer.get(this.time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a store was asked", ex);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new IllegalStateException("A store does not answer", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A store failed", ex.getCause());
		}
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "authgate-store");
		thread.setDaemon(true);
		return thread;
	}

}
