package dev.authgate.spring.keys;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Checks a keys file again and again, in a thread of its own that keeps no process alive.
 */
public final class KeysFileWatch implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(KeysFileWatch.class);

	private final KeysFile file;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(KeysFileWatch::daemon);

	private final Future<?> checks;

	/**
	 * Starts to watch.
	 * @param file the file, which has been loaded
	 * @param interval the time between two checks
	 */
	public KeysFileWatch(KeysFile file, Duration interval) {
		this.file = file;
		this.checks = this.thread.scheduleWithFixedDelay(this::check, interval.toMillis(), interval.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/**
	 * Checks now, beside the regular checks.
	 */
	public void check() {
		try {
			this.file.check();
		}
		// An exception would end the regular checks without a word.
		catch (Throwable ex) {
			logger.error("The keys file could not be checked: " + ex.getClass().getName());
		}
	}

	@Override
	public void close() {
		this.checks.cancel(true);
		this.thread.shutdownNow();
	}

	private static Thread daemon(Runnable checks) {
		Thread thread = new Thread(checks, "authgate-keys-file");
		thread.setDaemon(true);
		return thread;
	}

}
