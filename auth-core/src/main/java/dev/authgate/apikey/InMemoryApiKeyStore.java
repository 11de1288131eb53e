package dev.authgate.apikey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * API keys in this process's memory.
 * <p>
 * A key is found in a time that does not depend on how many there are. Safe for use by
 * several threads: readers never wait.
 */
public final class InMemoryApiKeyStore implements ApiKeyStore {

	private final Map<SecretDigest, ApiKey> byDigest = new ConcurrentHashMap<>();

	private final Map<String, SecretDigest> digestById = new HashMap<>();

	private final Grants grants;

	/**
	 * Makes an empty store that takes every well-formed permission.
	 */
	public InMemoryApiKeyStore() {
		this(Grants.open());
	}

	/**
	 * Makes an empty store.
	 * @param grants what the keys' roles and wildcards mean
	 */
	public InMemoryApiKeyStore(Grants grants) {
		this.grants = grants;
	}

	@Override
	public @Nullable ApiKey find(SecretDigest digest) {
		return this.byDigest.get(digest);
	}

	/**
	 * Lists the keys that are registered now.
	 * @return the keys, in no particular order
	 */
	public List<ApiKey> keys() {
		return List.copyOf(this.byDigest.values());
	}

	/**
	 * Registers a key; one with the same digest is replaced.
	 * @param key the key
	 * @throws IllegalArgumentException if another key has the same id, or a permission is
	 * unknown
	 */
	@Override
	public void register(ApiKey key) {
		PermissionSet granted = this.grants.configured(key.user().permissions(), key.roles());
		ApiKey resolved = new ApiKey(key.id(), key.digest(), key.app(), key.user().withPermissions(granted),
				key.roles(), key.notBefore(), key.expiresAt(), key.enabled());
		synchronized (this.digestById) {
			SecretDigest holder = this.digestById.get(key.id());
			if (holder != null && !holder.equals(key.digest())) {
				throw new IllegalArgumentException("Another API key has the id '" + key.id() + "'");
			}
			ApiKey replaced = this.byDigest.put(key.digest(), resolved);
			if (replaced != null) {
				this.digestById.remove(replaced.id());
			}
			this.digestById.put(key.id(), key.digest());
		}
	}

	@Override
	public boolean revoke(String id) {
		synchronized (this.digestById) {
			SecretDigest digest = this.digestById.remove(id);
			return digest != null && this.byDigest.remove(digest) != null;
		}
	}

}
