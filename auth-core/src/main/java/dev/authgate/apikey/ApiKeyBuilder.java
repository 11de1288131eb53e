package dev.authgate.apikey;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * Collects the optional parts of an {@link ApiKey}.
 * <p>
 * For use by one thread.
 */
public final class ApiKeyBuilder {

	private final SecretDigest digest;

	private @Nullable String id;

	private @Nullable String app;

	private PermissionSet permissions = PermissionSet.none();

	private Set<String> roles = Set.of();

	private Map<String, Object> data = Map.of();

	private @Nullable Instant notBefore;

	private @Nullable Instant expiresAt;

	private boolean enabled = true;

	ApiKeyBuilder(SecretDigest digest) {
		this.digest = digest;
	}

	/**
	 * Sets the id; by default it is {@code key-} and eight hexadecimal digits of the
	 * digest.
	 * @param id the id, unique in its store
	 * @return this builder
	 */
	public ApiKeyBuilder id(String id) {
		this.id = id;
		return this;
	}

	/**
	 * Sets the client application; several keys may have the same one.
	 * @param app the name of the application, which becomes the user's id
	 * @return this builder
	 */
	public ApiKeyBuilder app(String app) {
		this.app = app;
		return this;
	}

	/**
	 * Sets the permissions; by default none.
	 * @param permissions what the key's user may do
	 * @return this builder
	 */
	public ApiKeyBuilder permissions(PermissionSet permissions) {
		this.permissions = permissions;
		return this;
	}

	/**
	 * Sets the roles; by default none.
	 * @param roles the roles of the key's user
	 * @return this builder
	 */
	public ApiKeyBuilder roles(Set<String> roles) {
		this.roles = roles;
		return this;
	}

	/**
	 * Sets the user's data; by default empty.
	 * @param data data by name
	 * @return this builder
	 */
	public ApiKeyBuilder data(Map<String, Object> data) {
		this.data = data;
		return this;
	}

	/**
	 * Sets when the key becomes valid; by default at once.
	 * @param notBefore the first moment, or {@code null}
	 * @return this builder
	 */
	public ApiKeyBuilder notBefore(@Nullable Instant notBefore) {
		this.notBefore = notBefore;
		return this;
	}

	/**
	 * Sets when the key stops being valid; by default never.
	 * @param expiresAt the first moment at which it is refused, or {@code null}
	 * @return this builder
	 */
	public ApiKeyBuilder expiresAt(@Nullable Instant expiresAt) {
		this.expiresAt = expiresAt;
		return this;
	}

	/**
	 * Switches the key on or off; by default it is on.
	 * @param enabled whether the key is accepted
	 * @return this builder
	 */
	public ApiKeyBuilder enabled(boolean enabled) {
		this.enabled = enabled;
		return this;
	}

	/**
	 * Makes the key.
	 * @return the key
	 * @throws IllegalArgumentException if the app or id cannot be a user's id
	 */
	public ApiKey build() {
		String name = (this.id != null) ? this.id : "key-" + this.digest.fingerprint();
		AuthUser user = new AuthUser((this.app != null) ? this.app : name, this.data, this.permissions);
		return new ApiKey(name, this.digest, this.app, user, this.roles, this.notBefore, this.expiresAt, this.enabled);
	}

}
