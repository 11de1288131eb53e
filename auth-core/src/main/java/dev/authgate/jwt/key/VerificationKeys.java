package dev.authgate.jwt.key;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds the keys that may verify a token.
 * <p>
 * Called by many threads at once.
 */
public interface VerificationKeys {

	/**
	 * Finds the few keys that a token may be signed with.
	 * @param keyId the id of the key that the token names, which nothing vouches for, or
	 * {@code null} if it names none
	 * @return the keys; empty if none is known
	 * @throws KeysUnavailableException if that cannot be told now
	 */
	List<VerificationKey> find(@Nullable String keyId);

}
