package dev.authgate.spring.throttle;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Waits no longer than two seconds for a throttle whose store may be lost, and then
 * throws, so that the attempt is refused.
 * <p>
 * Not more than 32 requests wait at once; others are refused without waiting. Safe for
 * use by several threads.
 */
public final class DeadlineThrottle implements Throttle, AutoCloseable {

	private static final Log logger = LogFactory.getLog(DeadlineThrottle.class);

	private static final int THREADS = 32;

	private static final int IDLE_SECONDS = 10;

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
			new SynchronousQueue<>(), DeadlineThrottle::daemon);

	private final Throttle throttle;

	private final Duration deadline;

	/**
	 * Makes a throttle.
	 * @param throttle counts
	 * @param deadline how long to wait for it
	 */
	public DeadlineThrottle(Throttle throttle, Duration deadline) {
		this.throttle = throttle;
		this.deadline = deadline;
	}

	@Override
	public Attempt attempt(AttemptKind kind, @Nullable String account, String clientAddress) {
		Attempt attempt = await(() -> this.throttle.attempt(kind, account, clientAddress));
		return (attempt instanceof Attempt.Permitted permitted) ? (Attempt.Permitted) () -> succeeded(permitted)
				: attempt;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	// The password was right: what stays counted too much hurts less than to refuse it.
	private void succeeded(Attempt.Permitted permitted) {
		try {
			await(() -> {
				permitted.succeeded();
				return Boolean.TRUE;
			});
		}
		catch (RuntimeException ex) {
			logger.warn("A good login stays counted as an attempt, because the store of the counts is lost");
		}
	}

	private <T> T await(Callable<T> call) {
		Future<T> answer = this.threads.submit(call);
		try {
			return answer.get(this.deadline.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while attempts were counted", ex);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new IllegalStateException("The store of the counts of attempts does not answer", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The store of the counts of attempts failed", ex);
		}
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "authgate-throttle");
		thread.setDaemon(true);
		return thread;
	}

}
