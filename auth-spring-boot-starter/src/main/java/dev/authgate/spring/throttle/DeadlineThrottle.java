package dev.authgate.spring.throttle;

import dev.authgate.spring.store.Deadline;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Waits no longer than a deadline for a throttle whose store may be lost, and then
 * throws, so that the attempt is refused. Safe for use by several threads.
 */
public final class DeadlineThrottle implements Throttle, AutoCloseable {

	private static final Log logger = LogFactory.getLog(DeadlineThrottle.class);

	private final Throttle throttle;

	private final Deadline deadline;

	/**
	 * Makes a throttle.
	 * @param throttle counts
	 * @param deadline how long to wait for it, closed with this throttle
	 */
	public DeadlineThrottle(Throttle throttle, Deadline deadline) {
		this.throttle = throttle;
		this.deadline = deadline;
	}

	@Override
	public Attempt attempt(AttemptKind kind, @Nullable String account, String clientAddress) {
		Attempt attempt = this.deadline.call(() -> this.throttle.attempt(kind, account, clientAddress));
		return (attempt instanceof Attempt.Permitted permitted) ? (Attempt.Permitted) () -> succeeded(permitted)
				: attempt;
	}

	@Override
	public void close() {
		this.deadline.close();
	}

	// The password was right: what stays counted too much hurts less than to refuse it.
	private void succeeded(Attempt.Permitted permitted) {
		try {
			this.deadline.call(() -> {
				permitted.succeeded();
				return Boolean.TRUE;
			});
		}
		catch (RuntimeException ex) {
			logger.warn("A good login stays counted as an attempt, because the store of the counts is lost");
		}
	}

}
