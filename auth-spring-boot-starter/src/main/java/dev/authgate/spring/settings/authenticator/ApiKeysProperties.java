package dev.authgate.spring.settings.authenticator;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * API keys.
 *
 * @param header Name of the header that carries the key.
 * @param idHeader Name of a header that must carry the id of the key beside it.
 * @param queryParameter Name of a parameter of the query string that may carry the key
 * instead. It gets into logs there.
 * @param cookie Name of a cookie that may carry the key instead.
 * @param prefix What generated keys begin with, before an underscore. Other keys must not
 * begin with both.
 * @param file YAML file with further keys, which is read again while the application
 * runs.
 * @param fileInterval How often the file is looked at. A change is taken when it was seen
 * twice.
 * @param keys Keys of client applications.
 */
public record ApiKeysProperties(@DefaultValue("X-API-Key") String header, @Nullable String idHeader,
		@Nullable String queryParameter, @Nullable String cookie, @DefaultValue("ak") String prefix,
		@Nullable String file, @DefaultValue("2s") Duration fileInterval, @DefaultValue List<KeyProperties> keys) {

	/**
	 * An API key.
	 *
	 * @param id Id under which the key is revoked and audited. By default 'key-' and
	 * eight digits of its digest.
	 * @param key The key itself; visible ASCII characters, 16 or more.
	 * @param keyHash Digest of the key in its place, 'sha256:' and 64 hexadecimal digits.
	 * @param app Name of the client application, which becomes the id of the user.
	 * @param permissions Permissions of the key.
	 * @param roles Roles of the key.
	 * @param data Data of the user.
	 * @param notBefore When the key becomes valid.
	 * @param expiresAt When the key stops being valid.
	 * @param enabled Whether the key is accepted.
	 */
	@ConfigurationPropertiesSource
	public record KeyProperties(@Nullable String id, @Nullable Secret key, @Nullable Secret keyHash,
			@Nullable String app, @DefaultValue List<String> permissions, @DefaultValue List<String> roles,
			@DefaultValue Map<String, Object> data, @Nullable OffsetDateTime notBefore,
			@Nullable OffsetDateTime expiresAt, @DefaultValue("true") boolean enabled) {
	}

}
