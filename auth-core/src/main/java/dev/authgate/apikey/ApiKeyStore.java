package dev.authgate.apikey;

import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * The registered API keys, found by digest.
 * <p>
 * Implementations are safe for use by several threads; a change holds for the next
 * request. A store that cannot answer throws, and the request is refused.
 */
public interface ApiKeyStore {

	/**
	 * Finds a key.
	 * @param digest the digest of the presented key
	 * @return the key, valid or not, or {@code null} if none is registered
	 */
	@Nullable ApiKey find(SecretDigest digest);

	/**
	 * Registers a key; one with the same digest is replaced.
	 * @param key the key
	 * @throws IllegalArgumentException if another key has the same id
	 */
	void register(ApiKey key);

	/**
	 * Removes a key for good.
	 * @param id the id of the key
	 * @return {@code true} if there was one
	 */
	boolean revoke(String id);

}
