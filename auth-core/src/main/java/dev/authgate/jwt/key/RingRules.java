package dev.authgate.jwt.key;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Refuses keys that cannot stand beside each other.
 */
final class RingRules {

	private RingRules() {
	}

	static void require(List<JwtKey> latestFirst) {
		if (latestFirst.isEmpty()) {
			throw new IllegalArgumentException("There is no key");
		}
		Set<@Nullable String> ids = new HashSet<>();
		for (JwtKey key : latestFirst) {
			requireOwnId(key, ids);
			requireOrder(key);
		}
		List<JwtKey> signing = latestFirst.stream().filter(JwtKey::canSign).toList();
		for (int i = 1; i < signing.size(); i++) {
			requireSuccession(signing.get(i), signing.get(i - 1));
		}
		signing.forEach((key) -> requireNoGapAfter(key, signing));
	}

	private static void requireOwnId(JwtKey key, Set<@Nullable String> ids) {
		if (!ids.add(key.id())) {
			throw new IllegalArgumentException((key.id() != null) ? "Two keys have the id '" + key.id() + "'"
					: "Several keys have no id; only one may have none, and verifies the tokens that name no key");
		}
	}

	private static void requireOrder(JwtKey key) {
		if (key.signFrom() != null && !key.canSign()) {
			throw new IllegalArgumentException(
					"The " + nameOf(key) + " is a public key, which never signs, and has a time to sign from");
		}
		if (key.signFrom() != null && key.retireAt() != null && !key.retireAt().isAfter(key.signFrom())) {
			throw new IllegalArgumentException(
					"The " + nameOf(key) + " retires at " + key.retireAt() + ", and would sign from " + key.signFrom());
		}
	}

	private static void requireSuccession(JwtKey earlier, JwtKey later) {
		if (Objects.equals(earlier.signFrom(), later.signFrom())) {
			throw new IllegalArgumentException("The " + nameOf(later) + " and the " + nameOf(earlier)
					+ " begin to sign at the same time, and only one signs; give one a later time to sign from");
		}
	}

	private static void requireNoGapAfter(JwtKey key, List<JwtKey> signing) {
		Instant end = key.retireAt();
		if (end == null || signing.stream().anyMatch((other) -> signsAt(other, end))) {
			return;
		}
		signing.stream()
			.filter((other) -> other.signFrom() != null && other.signFrom().isAfter(end))
			.findAny()
			.ifPresent((next) -> {
				throw new IllegalArgumentException("The " + nameOf(key) + " retires at " + end
						+ ", and no key signs until the " + nameOf(next) + " does from " + next.signFrom());
			});
	}

	private static boolean signsAt(JwtKey key, Instant time) {
		return (key.signFrom() == null || !key.signFrom().isAfter(time))
				&& (key.retireAt() == null || key.retireAt().isAfter(time));
	}

	private static String nameOf(JwtKey key) {
		return (key.id() != null) ? "key '" + key.id() + "'" : "key without an id";
	}

}
