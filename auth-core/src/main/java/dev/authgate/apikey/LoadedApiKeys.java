package dev.authgate.apikey;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * A set of keys that is replaced as a whole, and those of it that were withdrawn since.
 * <p>
 * A withdrawn key stays withdrawn for as long as every later set has it. Immutable.
 *
 * @param byDigest the keys
 * @param digestById their digests
 * @param withdrawn the digests that were revoked or registered otherwise
 */
record LoadedApiKeys(Map<SecretDigest, ApiKey> byDigest, Map<String, SecretDigest> digestById,
		Set<SecretDigest> withdrawn) {

	private static final LoadedApiKeys NONE = new LoadedApiKeys(Map.of(), Map.of(), Set.of());

	static LoadedApiKeys none() {
		return NONE;
	}

	@Nullable ApiKey find(SecretDigest digest) {
		return this.byDigest.get(digest);
	}

	@Nullable SecretDigest holderOf(String id) {
		return this.digestById.get(id);
	}

	LoadedApiKeys replacedBy(Collection<ApiKey> keys) {
		Map<SecretDigest, ApiKey> found = new HashMap<>();
		Map<String, SecretDigest> ids = new HashMap<>();
		for (ApiKey key : keys) {
			ApiKey same = found.putIfAbsent(key.digest(), key);
			if (same != null) {
				throw new IllegalArgumentException(
						"The API keys '" + same.id() + "' and '" + key.id() + "' are the same key");
			}
			if (ids.putIfAbsent(key.id(), key.digest()) != null) {
				throw new IllegalArgumentException("Two API keys have the id '" + key.id() + "'");
			}
		}
		Set<SecretDigest> stillWithdrawn = new HashSet<>(this.withdrawn);
		stillWithdrawn.retainAll(found.keySet());
		found.keySet().removeAll(stillWithdrawn);
		ids.values().removeAll(stillWithdrawn);
		return new LoadedApiKeys(found, ids, stillWithdrawn);
	}

	LoadedApiKeys without(SecretDigest digest) {
		Map<SecretDigest, ApiKey> rest = new HashMap<>(this.byDigest);
		Map<String, SecretDigest> ids = new HashMap<>(this.digestById);
		Set<SecretDigest> more = new HashSet<>(this.withdrawn);
		rest.remove(digest);
		ids.values().remove(digest);
		more.add(digest);
		return new LoadedApiKeys(rest, ids, more);
	}

}
