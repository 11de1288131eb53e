package dev.authgate.spring.throttle;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * States of buckets that several nodes share, each replaced only if nobody replaced it
 * before.
 * <p>
 * Implementations are safe for use by several threads; one that is lost throws.
 */
public interface SharedStates {

	/**
	 * Finds a state.
	 * @param id the id of the bucket
	 * @return its state, or {@code null} if there is none or it has expired
	 */
	byte @Nullable [] find(String id);

	/**
	 * Replaces a state, if it is still the same.
	 * @param id the id of the bucket
	 * @param before the state that was found, {@code null} if none was
	 * @param after the state to have instead
	 * @return {@code false} if it was another one
	 */
	boolean replace(String id, byte @Nullable [] before, State after);

	/**
	 * A state to write.
	 *
	 * @param bytes the state
	 * @param timeToLive after which time it says nothing any longer
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared, and written as it is
	record State(byte[] bytes, Duration timeToLive) {
	}

}
