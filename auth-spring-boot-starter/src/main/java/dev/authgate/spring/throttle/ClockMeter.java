package dev.authgate.spring.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.bucket4j.TimeMeter;

/**
 * Tells buckets the time of a clock.
 */
final class ClockMeter implements TimeMeter {

	private final Clock clock;

	ClockMeter(Clock clock) {
		this.clock = clock;
	}

	@Override
	public long currentTimeNanos() {
		Instant now = this.clock.instant();
		return Duration.ofSeconds(now.getEpochSecond(), now.getNano()).toNanos();
	}

	@Override
	public boolean isWallClockBased() {
		return true;
	}

}
