package dev.authgate.apikey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * API keys in this process's memory.
 * <p>
 * A key is found in a time that does not depend on how many there are. Beside the keys
 * that are registered one by one there may be a set that is {@linkplain #load loaded} and
 * replaced as a whole. Safe for use by several threads: readers never wait.
 */
public final class InMemoryApiKeyStore implements ApiKeyStore {

	private final Map<SecretDigest, ApiKey> byDigest = new ConcurrentHashMap<>();

	private final Map<String, SecretDigest> digestById = new HashMap<>();

	private final AtomicReference<LoadedApiKeys> loaded = new AtomicReference<>(LoadedApiKeys.none());

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
		ApiKey registered = this.byDigest.get(digest);
		return (registered != null) ? registered : this.loaded.get().find(digest);
	}

	/**
	 * Lists the keys that are registered or loaded now.
	 * @return the keys, in no particular order
	 */
	public List<ApiKey> keys() {
		List<ApiKey> keys = new ArrayList<>(this.byDigest.values());
		keys.addAll(this.loaded.get().byDigest().values());
		return List.copyOf(keys);
	}

	/**
	 * Registers a key; one with the same digest is replaced, also if it was loaded.
	 * @param key the key
	 * @throws IllegalArgumentException if another key has the same id, or a permission is
	 * unknown
	 */
	@Override
	public void register(ApiKey key) {
		ApiKey resolved = resolved(key);
		synchronized (this.digestById) {
			SecretDigest holder = holderOf(key.id());
			if (holder != null && !holder.equals(key.digest())) {
				throw new IllegalArgumentException("Another API key has the id '" + key.id() + "'");
			}
			ApiKey replaced = this.byDigest.put(key.digest(), resolved);
			if (replaced != null) {
				this.digestById.remove(replaced.id());
			}
			this.digestById.put(key.id(), key.digest());
			withdraw(key.digest());
		}
	}

	/**
	 * Replaces all keys that were loaded before, at once: each request meets either the
	 * former set or this one. Registered keys stay. A loaded key that was revoked, or
	 * replaced by {@link #register}, does not come back before a set was loaded without
	 * it.
	 * @param keys the whole set, which may be empty
	 * @throws IllegalArgumentException if two keys of the set, or one of it and a
	 * registered one, are the same or have the same id, or if a permission is unknown;
	 * then nothing changes
	 */
	public void load(Collection<ApiKey> keys) {
		List<ApiKey> resolved = keys.stream().map(this::resolved).toList();
		synchronized (this.digestById) {
			LoadedApiKeys next = this.loaded.get().replacedBy(resolved);
			next.byDigest().values().forEach(this::refuseRegistered);
			this.loaded.set(next);
		}
	}

	@Override
	public boolean revoke(String id) {
		synchronized (this.digestById) {
			SecretDigest digest = this.digestById.remove(id);
			if (digest != null) {
				return this.byDigest.remove(digest) != null;
			}
			SecretDigest ofLoaded = this.loaded.get().holderOf(id);
			return ofLoaded != null && withdraw(ofLoaded);
		}
	}

	private @Nullable SecretDigest holderOf(String id) {
		SecretDigest registered = this.digestById.get(id);
		return (registered != null) ? registered : this.loaded.get().holderOf(id);
	}

	private boolean withdraw(SecretDigest digest) {
		LoadedApiKeys present = this.loaded.get();
		if (present.find(digest) == null) {
			return false;
		}
		this.loaded.set(present.without(digest));
		return true;
	}

	private void refuseRegistered(ApiKey key) {
		ApiKey registered = this.byDigest.get(key.digest());
		if (registered != null) {
			throw new IllegalArgumentException(
					"The API key '" + key.id() + "' is registered already, as '" + registered.id() + "'");
		}
		if (this.digestById.containsKey(key.id())) {
			throw new IllegalArgumentException("Another API key has the id '" + key.id() + "'");
		}
	}

	private ApiKey resolved(ApiKey key) {
		PermissionSet granted = this.grants.configured(key.user().permissions(), key.roles());
		return new ApiKey(key.id(), key.digest(), key.app(), key.user().withPermissions(granted), key.roles(),
				key.notBefore(), key.expiresAt(), key.enabled());
	}

}
