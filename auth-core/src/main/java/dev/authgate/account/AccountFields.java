package dev.authgate.account;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Names the fields that users may write, and bounds what they write there.
 * <p>
 * What an account is allowed to do is never among them, whatever the names. Immutable.
 */
public final class AccountFields {

	/** The field that is the account's e-mail address and not one of the user's data. */
	public static final String EMAIL = "email";

	private static final Set<String> PROTECTED = Set.of("id", "data", "permissions", "permission", "roles", "role",
			"enabled", "verified", "active", "superuser", "username", "password", "passwordversion", "revision", "sub",
			"scope", "authorities");

	// They go into tokens, which go into headers: counted as bytes of JSON.
	private static final int MAX_BYTES = 4096;

	private static final int MAX_DEPTH = 4;

	private final Set<String> names;

	private AccountFields(Set<String> names) {
		this.names = names;
	}

	/**
	 * Makes the fields.
	 * @param names the names that users may write
	 * @return the fields
	 * @throws IllegalArgumentException if one of them says what an account is or may do
	 */
	public static AccountFields of(Collection<String> names) {
		for (String name : names) {
			if (name.isBlank() || PROTECTED.contains(AccountName.canonical(name).replaceAll("[-_. ]", ""))) {
				throw new IllegalArgumentException("No user may write the field '" + name + "'");
			}
		}
		return new AccountFields(Set.copyOf(names));
	}

	/**
	 * Gives the names.
	 * @return what users may write, sorted
	 */
	public Set<String> names() {
		return new TreeSet<>(this.names);
	}

	boolean areAll(Map<String, ?> fields) {
		return this.names.containsAll(fields.keySet());
	}

	boolean holdEmail(Map<String, ?> fields) {
		return this.names.contains(EMAIL) && fields.containsKey(EMAIL);
	}

	/**
	 * Merges what a user wrote into its data.
	 * @param data the data as they are
	 * @param fields what the user wrote; {@code null} takes a field away
	 * @return the data as they shall be, or {@code null} if that is more than is kept, or
	 * no JSON
	 */
	public @Nullable Map<String, Object> merged(Map<String, Object> data, Map<String, ?> fields) {
		Map<String, Object> merged = new LinkedHashMap<>(data);
		for (Map.Entry<String, ?> field : fields.entrySet()) {
			Object value = field.getValue();
			if (this.names.contains(field.getKey()) && !field.getKey().equals(EMAIL)) {
				if (value == null) {
					merged.remove(field.getKey());
				}
				else {
					merged.put(field.getKey(), value);
				}
			}
		}
		return (sizeOf(merged, 0) <= MAX_BYTES) ? merged : null;
	}

	// What is no JSON, or too deep, is larger than everything.
	private static long sizeOf(@Nullable Object value, int depth) {
		if (depth > MAX_DEPTH) {
			return Integer.MAX_VALUE;
		}
		if (value instanceof Map<?, ?> map) {
			long size = 2;
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				size += 2 + sizeOf(entry.getKey(), depth) + sizeOf(entry.getValue(), depth + 1);
			}
			return size;
		}
		if (value instanceof Collection<?> list) {
			return 2 + list.stream().mapToLong((element) -> 1 + sizeOf(element, depth + 1)).sum();
		}
		if (value == null || value instanceof Boolean || isNumber(value)) {
			return String.valueOf(value).length();
		}
		return (value instanceof String text && isText(text))
				? 2 + text.codePoints().mapToLong(AccountFields::bytes).sum() : Integer.MAX_VALUE;
	}

	// Of a control character there are six: a backslash, the letter u, and four digits.
	private static int bytes(int codePoint) {
		if (codePoint < ' ') {
			return 6;
		}
		if (codePoint == '"' || codePoint == '\\') {
			return 2;
		}
		return (codePoint < 0x80) ? 1 : (codePoint < 0x800) ? 2 : Character.isBmpCodePoint(codePoint) ? 3 : 4;
	}

	private static boolean isNumber(Object value) {
		return value instanceof Integer || value instanceof Long
				|| (value instanceof Double number && Double.isFinite(number));
	}

	// Half a surrogate pair is stored as something else.
	private static boolean isText(String text) {
		return text.codePoints().noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

}
