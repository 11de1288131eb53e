package dev.authgate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The user that a credential stands for.
 * <p>
 * Its JSON has exactly the three components in this order, the permissions as a sorted
 * list. It is deeply immutable as far as its data consists of maps, lists and values.
 * {@link #toString()} leaves the data out, which may be personal.
 *
 * @param id the user's id, not empty and without control characters
 * @param data whatever else is known of the user, by name
 * @param permissions what the user may do, for this request
 */
public record AuthUser(String id, Map<String, Object> data, PermissionSet permissions) {

	/**
	 * Checks the id and copies the data.
	 * @throws IllegalArgumentException if the id is empty or has control characters
	 */
	public AuthUser {
		if (!isValidId(id)) {
			throw new IllegalArgumentException("A user id is not empty and has no control characters");
		}
		data = data.isEmpty() ? Map.of() : frozen(data);
	}

	/**
	 * Makes a user without data.
	 * @param id the user's id
	 * @param permissions what the user may do, as {@code resource:action}
	 * @return the user
	 * @throws IllegalArgumentException if the id or a permission is malformed
	 */
	public static AuthUser of(String id, String... permissions) {
		return new AuthUser(id, Map.of(), PermissionSet.of(permissions));
	}

	/**
	 * Tells whether a text can be a user's id.
	 * @param id any text
	 * @return {@code true} if it is not empty, has no control characters and no line
	 * separators, which would forge lines in logs, and no half of a surrogate pair, which
	 * encoders replace by a question mark, so that two ids become one
	 */
	public static boolean isValidId(String id) {
		for (int i = 0; i < id.length(); i++) {
			char c = id.charAt(i);
			if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
				return false;
			}
			if (Character.isSurrogate(c) && !isPair(id, i++)) {
				return false;
			}
		}
		return !id.isEmpty();
	}

	/**
	 * Makes the same user with other permissions.
	 * @param other the permissions to have instead
	 * @return the user
	 */
	public AuthUser withPermissions(PermissionSet other) {
		return other.equals(this.permissions) ? this : new AuthUser(this.id, this.data, other);
	}

	@Override
	public String toString() {
		return "AuthUser[id=" + this.id + ", permissions=" + this.permissions + "]";
	}

	private static boolean isPair(String id, int at) {
		return at + 1 < id.length() && Character.isSurrogatePair(id.charAt(at), id.charAt(at + 1));
	}

	private static Map<String, Object> frozen(Map<String, Object> map) {
		Map<String, Object> copy = new LinkedHashMap<>();
		map.forEach((name, value) -> copy.put(name, frozenValue(value)));
		return Collections.unmodifiableMap(copy);
	}

	@SuppressWarnings("unchecked")
	private static Object frozenValue(Object value) {
		if (value instanceof Map<?, ?> map) {
			return frozen((Map<String, Object>) map);
		}
		if (value instanceof List<?> list) {
			List<Object> copy = new ArrayList<>(list.size());
			list.forEach((element) -> copy.add(frozenValue(element)));
			return Collections.unmodifiableList(copy);
		}
		return value;
	}

}
