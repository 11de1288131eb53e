package dev.authgate.spring.keys;

import java.util.Arrays;
import java.util.List;

import dev.authgate.apikey.ApiKey;

/**
 * What the file had when it was last good: its bytes, and the keys that they meant.
 */
final class GoodContent {

	static final GoodContent NONE = new GoodContent(new byte[0], List.of());

	private final byte[] content;

	private final List<ApiKey> keys;

	GoodContent(byte[] content, List<ApiKey> keys) {
		this.content = content.clone();
		this.keys = List.copyOf(keys);
	}

	int size() {
		return this.keys.size();
	}

	boolean has(byte[] other) {
		return Arrays.equals(this.content, other);
	}

	// A file that is cut off within an entry still parses, and the entry may have lost
	// its expiry or half of its name.
	boolean isCutTo(byte[] other, List<ApiKey> found) {
		boolean beginning = other.length < this.content.length && Arrays.mismatch(other, this.content) == other.length;
		return beginning && !found.equals(this.keys.subList(0, Math.min(found.size(), this.keys.size())));
	}

}
