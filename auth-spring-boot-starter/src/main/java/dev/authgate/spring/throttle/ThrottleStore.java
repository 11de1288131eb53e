package dev.authgate.spring.throttle;

import java.time.Duration;

import io.github.bucket4j.Bucket;

/**
 * Where attempts are counted.
 * <p>
 * Subjects are digests: names and addresses do not lie open in a store, though whoever
 * can read it can try out those there are. Implementations are safe for use by several
 * threads; the wait for one that is lost is bounded by whoever asks it.
 */
public interface ThrottleStore {

	/**
	 * Gives the bucket of a subject, full if there is none yet.
	 * @param limit what it holds
	 * @param subject whose attempts it counts
	 * @return the bucket
	 */
	Bucket bucket(NamedLimit limit, String subject);

	/**
	 * Tells whether a subject was remembered.
	 * @param subject an account and an address
	 * @return {@code true} if it was, not too long ago
	 */
	boolean isRemembered(String subject);

	/**
	 * Remembers a subject, anew if it was before.
	 * @param subject an account and an address
	 * @param period how long
	 */
	void remember(String subject, Duration period);

}
