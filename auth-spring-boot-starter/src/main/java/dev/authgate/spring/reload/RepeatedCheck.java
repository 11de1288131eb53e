package dev.authgate.spring.reload;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Checks something again and again, in a thread of its own that keeps no process alive.
 */
public final class RepeatedCheck implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(RepeatedCheck.class);

	private final String what;

	private final Runnable check;

	private final ScheduledExecutorService thread;

	private final Future<?> checks;

	/**
	 * Starts to check.
	 * @param what what is checked, for the log and the name of the thread
	 * @param check one check
	 * @param interval the time between two checks
	 */
	public RepeatedCheck(String what, Runnable check, Duration interval) {
		this.what = what;
		this.check = check;
		this.thread = Executors.newSingleThreadScheduledExecutor((checks) -> daemon(checks, what));
		this.checks = this.thread.scheduleWithFixedDelay(this::run, interval.toMillis(), interval.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		this.checks.cancel(true);
		this.thread.shutdownNow();
	}

	private void run() {
		try {
			this.check.run();
		}
		// An exception would end the checks without a word; its text could hold a secret.
		catch (Throwable ex) {
			logger.error("Looking at the " + this.what + " failed: " + ex.getClass().getName());
		}
	}

	private static Thread daemon(Runnable checks, String what) {
		Thread thread = new Thread(checks, "authgate-" + what.replace(' ', '-'));
		thread.setDaemon(true);
		return thread;
	}

}
