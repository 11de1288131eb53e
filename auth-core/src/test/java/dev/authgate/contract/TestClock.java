package dev.authgate.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that a test moves.
 * <p>
 * Safe for use by several threads.
 */
public final class TestClock extends Clock {

	/** What it shows at first, no full second. */
	public static final Instant START = Instant.parse("2026-01-01T12:00:00.750Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(START);

	/**
	 * Lets time pass.
	 * @param time how much, less than none to put the clock back
	 */
	public void pass(Duration time) {
		this.now.updateAndGet((instant) -> instant.plus(time));
	}

	@Override
	public Instant instant() {
		return this.now.get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
