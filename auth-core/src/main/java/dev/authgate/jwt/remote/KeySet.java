package dev.authgate.jwt.remote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.authgate.jwt.key.VerificationKey;
import org.jspecify.annotations.Nullable;

/**
 * The usable keys that an issuer published at one time.
 */
final class KeySet {

	private static final KeySet EMPTY = new KeySet(Map.of(), List.of());

	private final Map<String, List<VerificationKey>> byId;

	private final List<VerificationKey> only;

	private KeySet(Map<String, List<VerificationKey>> byId, List<VerificationKey> only) {
		this.byId = byId;
		this.only = only;
	}

	static KeySet empty() {
		return EMPTY;
	}

	/**
	 * Makes a set.
	 * @param published for each published key what it verifies, once per algorithm
	 */
	static KeySet of(List<List<VerificationKey>> published) {
		Map<String, List<VerificationKey>> byId = new LinkedHashMap<>();
		for (List<VerificationKey> key : published) {
			String id = key.get(0).id();
			if (id != null) {
				byId.merge(id, key, (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
			}
		}
		return new KeySet(Map.copyOf(byId), (published.size() == 1) ? published.get(0) : List.of());
	}

	// A token may leave out the id only where there is one key (OpenID Connect Core 1.0
	// section 10.1): trying each would let a bad token cost as much as a hundred.
	List<VerificationKey> find(@Nullable String keyId) {
		return (keyId != null) ? this.byId.getOrDefault(keyId, List.of()) : this.only;
	}

}
