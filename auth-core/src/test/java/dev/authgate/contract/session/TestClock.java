package dev.authgate.contract.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that a test puts forward.
 * <p>
 * Safe for use by several threads.
 */
public final class TestClock extends Clock {

	/** What it shows at first. */
	public static final Instant START = Instant.parse("2026-05-01T12:00:00.750Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(START);

	/**
	 * Puts the clock forward, or back.
	 * @param time by how much
	 */
	public void advance(Duration time) {
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
