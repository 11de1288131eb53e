package dev.authgate.spring.expiry;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Runs a removal again and again while the application runs, in a thread of its own that
 * keeps no process alive.
 * <p>
 * The first run is at a random moment in the first minute, so that nodes that start
 * together do not all work at once. Safe for use by several threads.
 */
public final class CleanUpSchedule implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(CleanUpSchedule.class);

	private static final long FIRST_MILLIS = 60_000;

	private static final int STOP_SECONDS = 5;

	private final AtomicReference<@Nullable ScheduledExecutorService> thread = new AtomicReference<>();

	private final Consumer<BooleanSupplier> cleanUp;

	private final Duration interval;

	/**
	 * Makes a schedule that is not started.
	 * @param cleanUp what to run
	 * @param interval the time between two runs
	 */
	public CleanUpSchedule(CleanUp cleanUp, Duration interval) {
		this(cleanUp::run, interval);
	}

	CleanUpSchedule(Consumer<BooleanSupplier> cleanUp, Duration interval) {
		this.cleanUp = cleanUp;
		this.interval = interval;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(CleanUpSchedule::daemon);
		if (!this.thread.compareAndSet(null, started)) {
			started.shutdownNow();
			return;
		}
		long millis = this.interval.toMillis();
		long first = ThreadLocalRandom.current().nextLong(Math.min(millis, FIRST_MILLIS)) + 1;
		Future<?> unused = started.scheduleWithFixedDelay(this::run, first, millis, TimeUnit.MILLISECONDS);
	}

	// What is stopped in the middle of a step must not meet a closed database, and a
	// thread that is interrupted while it writes breaks one in a file.
	@Override
	public void stop() {
		ScheduledExecutorService stopped = this.thread.getAndSet(null);
		if (stopped == null) {
			return;
		}
		stopped.shutdown();
		try {
			if (!stopped.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
				logger.warn("The removal of expired entries did not stop in time");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread.get() != null;
	}

	private void run() {
		try {
			this.cleanUp.accept(() -> !isRunning());
		}
		// An error would end the schedule without a word.
		catch (Throwable ex) {
			logger.error("The removal of expired entries failed: " + ex.getClass().getName());
		}
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "authgate-clean-up");
		thread.setDaemon(true);
		return thread;
	}

}
