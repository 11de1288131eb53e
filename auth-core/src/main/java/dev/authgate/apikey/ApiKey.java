package dev.authgate.apikey;

import java.time.Instant;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * A registered API key: the digest of the key and whom it stands for, never the key
 * itself.
 *
 * @param id the id under which the key is revoked and audited
 * @param digest the digest of the key
 * @param app the name of the client application, if one was given
 * @param user the user that the key stands for
 * @param roles the user's roles
 * @param notBefore when the key becomes valid, if not at once
 * @param expiresAt when the key stops being valid, if it does
 * @param enabled whether the key is switched on
 */
public record ApiKey(String id, SecretDigest digest, @Nullable String app, AuthUser user, Set<String> roles,
		@Nullable Instant notBefore, @Nullable Instant expiresAt, boolean enabled) {

	/** The fewest characters of a key that cannot be guessed. */
	public static final int MIN_RECOMMENDED_LENGTH = 16;

	/** The most characters that a key may have. */
	public static final int MAX_LENGTH = 512;

	/**
	 * Checks the id and copies the roles.
	 * @throws IllegalArgumentException if the id is empty or has control characters
	 */
	public ApiKey {
		if (!AuthUser.isValidId(id)) {
			throw new IllegalArgumentException("An API key's id is not empty and has no control characters");
		}
		roles = Set.copyOf(roles);
	}

	/**
	 * Makes a key without permissions for a client application.
	 * @param key the key: visible ASCII characters, at most {@value #MAX_LENGTH}
	 * @param app the name of the application
	 * @return the key
	 * @throws IllegalArgumentException if the key could not be sent in a header
	 */
	public static ApiKey of(String key, String app) {
		return builder(Secret.of(key)).app(app).build();
	}

	/**
	 * Starts to describe a key.
	 * @param key the key: visible ASCII characters, at most {@value #MAX_LENGTH}
	 * @return a builder
	 * @throws IllegalArgumentException if the key could not be sent in a header; the
	 * message does not repeat it
	 */
	public static ApiKeyBuilder builder(Secret key) {
		if (!isWellFormed(key.reveal())) {
			throw new IllegalArgumentException(
					"An API key has from 1 to " + MAX_LENGTH + " visible ASCII characters, no blank");
		}
		return new ApiKeyBuilder(SecretDigest.of(key));
	}

	/**
	 * Starts to describe a key of which only the digest is known.
	 * @param digest the digest of the key
	 * @return a builder
	 */
	public static ApiKeyBuilder builder(SecretDigest digest) {
		return new ApiKeyBuilder(digest);
	}

	static boolean isWellFormed(String key) {
		for (int i = 0; i < key.length(); i++) {
			if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
				return false;
			}
		}
		return !key.isEmpty() && key.length() <= MAX_LENGTH;
	}

}
