package dev.authgate.spring.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Waits a bounded time for a store that may be lost, whatever its pool of connections or
 * its driver would wait for.
 * <p>
 * No more than a number of calls are made at once; others wait for their turn within the
 * same time. Safe for use by several threads.
 */
public final class Deadline implements AutoCloseable {

	/** How long a request waits for a store. */
	public static final Duration DEFAULT = Duration.ofSeconds(2);

	/** How many requests ask a store at once. */
	public static final int REQUESTS = 32;

	private static final int IDLE_SECONDS = 10;

	private static final int MAX_QUEUED = 10_000;

	private static final ThreadLocal<Long> end = new ThreadLocal<>();

	private final ThreadPoolExecutor threads;

	private final Duration time;

	private final boolean interrupting;

	/**
	 * Makes a deadline.
	 * @param time how long to wait for one call, its turn included
	 * @param calls how many calls are made at once
	 * @param interrupting whether a call that takes too long is interrupted
	 */
	public Deadline(Duration time, int calls, boolean interrupting) {
		this.time = time;
		this.interrupting = interrupting;
		this.threads = new ThreadPoolExecutor(calls, calls, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(MAX_QUEUED), Deadline::daemon);
		this.threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * Makes a deadline for a database, whose own timeout ends a statement: a thread that
	 * is interrupted while it writes breaks a database in a file.
	 * @param calls how many calls are made at once
	 * @return the deadline
	 */
	public static Deadline ofDatabase(int calls) {
		return new Deadline(DEFAULT, calls, false);
	}

	/**
	 * Makes a deadline for a server that nothing but the end of its thread ends waiting
	 * for.
	 * @param calls how many calls are made at once
	 * @return the deadline
	 */
	public static Deadline ofServer(int calls) {
		return new Deadline(DEFAULT, calls, true);
	}

	@Override
	public void close() {
		if (this.interrupting) {
			this.threads.shutdownNow();
		}
		else {
			this.threads.shutdown();
		}
	}

	/**
	 * Makes a call in another thread, and waits for it.
	 * @param <T> the type of the answer
	 * @param call the call
	 * @return the answer
	 * @throws IllegalStateException if it fails or takes too long
	 * @throws java.util.concurrent.RejectedExecutionException if too many others wait
	 */
	public <T extends @Nullable Object> T call(Supplier<T> call) {
		Future<T> answer = this.threads.submit(endingAt(System.nanoTime() + this.time.toNanos(), call));
		try {
			return answer.get(this.time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			answer.cancel(this.interrupting);
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a store was asked", ex);
		}
		catch (TimeoutException ex) {
			answer.cancel(this.interrupting);
			throw new IllegalStateException("A store does not answer", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A store failed", ex.getCause());
		}
	}

	/**
	 * Refuses to go on with a call that nobody waits for any longer. A store asks before
	 * it makes a change last: the client was told that nothing came of its request, and
	 * would lose the refresh token that it sends again.
	 * @throws IllegalStateException if the time of the call that this thread makes is
	 * over
	 */
	public static void requireTime() {
		Long nanos = end.get();
		if (nanos != null && System.nanoTime() - nanos >= 0) {
			throw new IllegalStateException("A call took too long, and is undone");
		}
	}

	private static <T extends @Nullable Object> Callable<T> endingAt(long nanos, Supplier<T> call) {
		return () -> {
			end.set(nanos);
			try {
				return call.get();
			}
			finally {
				end.remove();
			}
		};
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "authgate-store");
		thread.setDaemon(true);
		return thread;
	}

}
