package dev.authgate.spring.autoconfigure.authenticator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyBuilder;
import dev.authgate.apikey.GeneratedApiKey;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.authenticator.ApiKeysProperties;
import dev.authgate.spring.settings.authenticator.ApiKeysProperties.KeyProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of API keys, those of the configuration and those of the keys file.
 */
final class ConfiguredApiKeys {

	private static final Log logger = LogFactory.getLog(ConfiguredApiKeys.class);

	private final ApiKeysProperties settings;

	private final Grants grants;

	ConfiguredApiKeys(ApiKeysProperties settings, Grants grants) {
		this.settings = settings;
		this.grants = grants;
	}

	List<ApiKey> read(List<KeyProperties> entries, String list) {
		Map<SecretDigest, ApiKey> byDigest = new LinkedHashMap<>();
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < entries.size(); i++) {
			String where = list + "[" + i + "]";
			ApiKey key = checked(entries.get(i), where);
			if (byDigest.putIfAbsent(key.digest(), key) != null) {
				throw new MisconfigurationException(where + " has the same key as one before it.",
						"Give each entry a key of its own.");
			}
			if (!ids.add(key.id())) {
				throw new MisconfigurationException(where + ": Another API key has the id '" + key.id() + "'.",
						"Give each entry an id of its own.");
			}
		}
		return List.copyOf(byDigest.values());
	}

	private ApiKey checked(KeyProperties entry, String where) {
		try {
			ApiKey key = key(entry, where);
			this.grants.configured(key.user().permissions(), key.roles());
			refuseDamaged(entry, where);
			refuseUnsendable(key, where);
			warnIfShort(entry, key.id());
			return key;
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(where + ": " + ex.getMessage() + ".", "Correct the entry.");
		}
	}

	private void refuseDamaged(KeyProperties entry, String where) {
		if (entry.key() != null && GeneratedApiKey.isDamaged(entry.key(), this.settings.prefix())) {
			throw new MisconfigurationException(
					where + ".key begins with " + this.settings.prefix() + "_ and is no generated key.",
					"Copy the whole key; or, if it was chosen by hand, set authgate.api-keys.prefix to what none of "
							+ "your keys begins with.");
		}
	}

	private void refuseUnsendable(ApiKey key, String where) {
		if (this.settings.idHeader() != null && !key.id().chars().allMatch((c) -> c > ' ' && c <= '~')) {
			throw new MisconfigurationException(where + ".id cannot be sent in the header that "
					+ "authgate.api-keys.id-header names: it has blanks or other characters than those of ASCII.",
					"Give it letters, digits and dashes.");
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
					Make a key and its digest with: java -jar auth-core.jar
					Digest a key of your own with: echo -n "$CLIENT_1_KEY" | sha256sum""");
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
