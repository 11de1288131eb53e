package dev.authgate.jwt.key;

/**
 * Where the keys of our own tokens come from.
 * <p>
 * Called for each token, by many threads at once.
 */
@FunctionalInterface
public interface JwtKeys {

	/**
	 * Gives the keys as they are now.
	 * @return the key ring, which another call may replace by another one
	 */
	KeyRing current();

}
