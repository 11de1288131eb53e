package dev.authgate.spring.tokens;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Checks keys again and again, in a thread of its own that keeps no process alive.
 */
public final class KeysWatch implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(KeysWatch.class);

	private final WatchedKeys keys;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(KeysWatch::daemon);

	private final Future<?> checks;

	/**
	 * Starts to watch.
	 * @param keys the keys
	 * @param interval the time between two checks
	 */
	public KeysWatch(WatchedKeys keys, Duration interval) {
		this.keys = keys;
		this.checks = this.thread.scheduleWithFixedDelay(this::check, interval.toMillis(), interval.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		this.checks.cancel(true);
		this.thread.shutdownNow();
	}

	private void check() {
		try {
			this.keys.check();
		}
		// An exception would end the regular checks without a word.
		catch (Throwable ex) {
			logger.error("The keys of tokens could not be checked: " + ex.getClass().getName());
		}
	}

	private static Thread daemon(Runnable checks) {
		Thread thread = new Thread(checks, "authgate-token-keys");
		thread.setDaemon(true);
		return thread;
	}

}
