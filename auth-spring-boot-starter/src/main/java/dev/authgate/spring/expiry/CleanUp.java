package dev.authgate.spring.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.authgate.ExpiringStore;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Removes from all stores what has expired, in small steps and for a bounded time.
 * <p>
 * What is left is removed the next time. Several nodes may do so at once. Safe for use by
 * several threads.
 */
public final class CleanUp implements Runnable {

	/** The most entries that one step removes. */
	public static final int BATCH = 1_000;

	/** The longest time for which one store is worked on. */
	public static final Duration MAX_TIME = Duration.ofSeconds(30);

	private static final Log logger = LogFactory.getLog(CleanUp.class);

	private final Supplier<List<ExpiringStore>> stores;

	private final Clock clock;

	/**
	 * Makes a removal.
	 * @param stores the stores, asked for each time
	 * @param clock tells the time
	 */
	public CleanUp(Supplier<List<ExpiringStore>> stores, Clock clock) {
		this.stores = stores;
		this.clock = clock;
	}

	/**
	 * Removes what has expired by now. A store that fails does not keep others from being
	 * cleaned.
	 */
	@Override
	public void run() {
		run(Thread.currentThread()::isInterrupted);
	}

	/**
	 * Removes what has expired by now, until it is told to stop.
	 * @param stopped asked before each step, which is not interrupted
	 */
	void run(BooleanSupplier stopped) {
		for (ExpiringStore store : this.stores.get()) {
			if (stopped.getAsBoolean()) {
				return;
			}
			clean(store, stopped);
		}
	}

	private void clean(ExpiringStore store, BooleanSupplier stopped) {
		try {
			Instant now = this.clock.instant();
			Instant end = now.plus(MAX_TIME);
			long removed = 0;
			int step = BATCH;
			while (step >= BATCH && this.clock.instant().isBefore(end) && !stopped.getAsBoolean()) {
				step = store.deleteExpired(now, BATCH);
				removed += step;
			}
			logger.debug("Removed " + removed + " expired entries of " + store.getClass().getSimpleName());
		}
		// The text of an exception may quote what was stored.
		catch (RuntimeException ex) {
			logger.warn("Removing expired entries of " + store.getClass().getSimpleName() + " failed: "
					+ ex.getClass().getName() + "; it is tried again the next time");
		}
	}

}
