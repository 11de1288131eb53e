package dev.authgate.spring.autoconfigure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

import dev.authgate.PermissionSet;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyBuilder;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.autoconfigure.AuthgateProperties.KeyProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Registers the configured API keys.
 */
final class ConfiguredApiKeys {

	private static final Log logger = LogFactory.getLog(ConfiguredApiKeys.class);

	private ConfiguredApiKeys() {
	}

	static void register(List<KeyProperties> keys, ApiKeyStore store) {
		for (int i = 0; i < keys.size(); i++) {
			register(keys.get(i), "authgate.api-keys.keys[" + i + "]", store);
		}
	}

	private static void register(KeyProperties properties, String where, ApiKeyStore store) {
		try {
			ApiKey key = key(properties, where);
			if (store.find(key.digest()) != null) {
				throw new MisconfigurationException(where + " has the same key as one before it.",
						"Give each entry a key of its own.");
			}
			store.register(key);
			warnIfShort(properties, key.id());
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(where + ": " + ex.getMessage() + ".", "Correct the entry.");
		}
	}

	private static ApiKey key(KeyProperties properties, String where) {
		ApiKeyBuilder builder = builder(properties, where);
		if (properties.id() != null) {
			builder.id(properties.id());
		}
		if (properties.app() != null) {
			builder.app(properties.app());
		}
		return builder.permissions(PermissionSet.of(properties.permissions()))
			.roles(new LinkedHashSet<>(properties.roles()))
			.data(properties.data())
			.notBefore(instant(properties.notBefore()))
			.expiresAt(instant(properties.expiresAt()))
			.enabled(properties.enabled())
			.build();
	}

	private static ApiKeyBuilder builder(KeyProperties properties, String where) {
		Secret key = properties.key();
		Secret hash = properties.keyHash();
		if (key != null && hash == null) {
			return builder(() -> ApiKey.builder(key), where + ".key");
		}
		if (key == null && hash != null) {
			return builder(() -> ApiKey.builder(SecretDigest.parse(hash.reveal())), where + ".key-hash");
		}
		throw new MisconfigurationException(
				where + " has " + ((key == null) ? "neither key nor key-hash." : "both key and key-hash."),
				"Set key to the key, or key-hash to sha256: and its digest.");
	}

	private static ApiKeyBuilder builder(Supplier<ApiKeyBuilder> builder, String where) {
		try {
			return builder.get();
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(where + ": " + ex.getMessage() + ".", """
					Make a key with: openssl rand -hex 32
					Digest it with: echo -n "$CLIENT_1_KEY" | sha256sum""");
		}
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	private static void warnIfShort(KeyProperties properties, String id) {
		if (properties.key() != null && properties.key().length() < ApiKey.MIN_RECOMMENDED_LENGTH) {
			logger.warn("The API key '" + id + "' has fewer than " + ApiKey.MIN_RECOMMENDED_LENGTH
					+ " characters and can be guessed");
		}
	}

}
