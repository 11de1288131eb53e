package dev.authgate.jwt.remote;

import java.time.Duration;
import java.util.List;

import dev.authgate.jwt.key.VerificationKey;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an issuer's keys at one time. Times are milliseconds of the epoch.
 *
 * @param keys the last good keys
 * @param usableUntil when they become too old
 * @param nextUnknown when the issuer may be asked for the sake of an unknown key
 * @param failures how often in a row the issuer could not be asked
 * @param nextTry when it may be asked after a failure
 */
record KeyState(KeySet keys, long usableUntil, long nextUnknown, int failures, long nextTry) {

	static final KeyState COLD = new KeyState(KeySet.empty(), 0, 0, 0, 0);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final int MAX_DOUBLINGS = 5;

	boolean isUsable(long now) {
		return now < this.usableUntil;
	}

	List<VerificationKey> find(@Nullable String keyId, long now) {
		return isUsable(now) ? this.keys.find(keyId) : List.of();
	}

	boolean mayAsk(long now) {
		return now >= this.nextTry && (!isUsable(now) || now >= this.nextUnknown);
	}

	Duration pause() {
		return FIRST_PAUSE.multipliedBy(1L << Math.min(this.failures - 1, MAX_DOUBLINGS));
	}

	KeyState fetched(KeySet fresh, long until) {
		return new KeyState(fresh, until, this.nextUnknown, 0, 0);
	}

	KeyState failed(long now) {
		KeyState failed = new KeyState(this.keys, this.usableUntil, this.nextUnknown, this.failures + 1, 0);
		return new KeyState(this.keys, this.usableUntil, this.nextUnknown, failed.failures,
				now + failed.pause().toMillis());
	}

	KeyState askedForUnknown(long next) {
		return new KeyState(this.keys, this.usableUntil, next, this.failures, this.nextTry);
	}

}
