package dev.authgate.jwt.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token, taken out one by one; what nobody takes is data.
 * <p>
 * A claim of the wrong type, {@code null} among them, refuses the token. For use by one
 * thread.
 */
public final class Claims {

	// The last second of the year 9999: later ones overflow in other people's code.
	private static final long MAX_SECONDS = 253_402_300_799L;

	private final Map<String, @Nullable Object> members;

	/**
	 * Holds claims.
	 * @param members the members of the token's payload, which change when a claim is
	 * taken
	 */
	public Claims(Map<String, @Nullable Object> members) {
		this.members = members;
	}

	/**
	 * Reads the payload of a token.
	 * @param token the token
	 * @return its claims
	 * @throws RefusedTokenException if the payload is not one JSON object
	 */
	public static Claims of(CompactToken token) throws RefusedTokenException {
		return new Claims(JsonParser.parseObject(token.payload()));
	}

	/**
	 * Looks at a claim and leaves it there.
	 * @param name the name of the claim
	 * @return its value, or {@code null} if it is missing or {@code null}
	 */
	public @Nullable Object peek(String name) {
		return this.members.get(name);
	}

	/**
	 * Takes a claim of any type.
	 * @param name the name of the claim
	 * @return its value, or {@code null} if it is missing
	 * @throws RefusedTokenException if it is {@code null}
	 */
	public @Nullable Object take(String name) throws RefusedTokenException {
		int before = this.members.size();
		Object value = this.members.remove(name);
		if (value == null && this.members.size() < before) {
			throw invalid();
		}
		return value;
	}

	/**
	 * Takes a claim that is a text.
	 * @param name the name of the claim
	 * @return its value, or {@code null} if it is missing
	 * @throws RefusedTokenException if it is anything else
	 */
	public @Nullable String takeText(String name) throws RefusedTokenException {
		Object value = take(name);
		if (value == null || value instanceof String) {
			return (String) value;
		}
		throw invalid();
	}

	/**
	 * Takes a claim that is a text or a list of texts.
	 * @param name the name of the claim
	 * @return the texts, or {@code null} if it is missing
	 * @throws RefusedTokenException if it is anything else
	 */
	public @Nullable List<String> takeTexts(String name) throws RefusedTokenException {
		Object value = take(name);
		if (value == null) {
			return null;
		}
		return (value instanceof String text) ? List.of(text) : texts(value);
	}

	/**
	 * Takes permissions in any of their three forms: a list, a text with blanks between
	 * them (RFC 8693 section 4.2), or a map from resource to actions.
	 * @param name the name of the claim
	 * @return the permissions, or {@code null} if it is missing
	 * @throws RefusedTokenException if it is anything else
	 */
	public @Nullable List<String> takePermissions(String name) throws RefusedTokenException {
		Object value = take(name);
		if (value == null) {
			return null;
		}
		if (value instanceof Map<?, ?> actionsByResource) {
			return joined(actionsByResource);
		}
		return (value instanceof String text) ? words(text) : texts(value);
	}

	/**
	 * Takes a claim that is a number of seconds since 1970 (RFC 7519 section 2,
	 * NumericDate).
	 * @param name the name of the claim
	 * @return the time, or {@code null} if it is missing
	 * @throws RefusedTokenException if it is anything else, or after the year 9999
	 */
	public @Nullable Instant takeTime(String name) throws RefusedTokenException {
		Object value = take(name);
		if (value == null) {
			return null;
		}
		if (value instanceof Long seconds && seconds >= 0 && seconds <= MAX_SECONDS) {
			return Instant.ofEpochSecond(seconds);
		}
		if (value instanceof Double seconds && seconds >= 0 && seconds <= MAX_SECONDS) {
			return Instant.ofEpochMilli((long) (seconds * 1000));
		}
		throw invalid();
	}

	/**
	 * Gives what nobody took.
	 * @return the members that are left
	 */
	// JSON's null has no other name in Java.
	@SuppressWarnings("NullAway")
	public Map<String, Object> rest() {
		return this.members;
	}

	/**
	 * Makes the refusal of a claim that is missing or of the wrong type.
	 * @return the exception to throw
	 */
	public static RefusedTokenException invalid() {
		return new RefusedTokenException(RejectionReason.INVALID_CLAIMS);
	}

	private static List<String> joined(Map<?, ?> actionsByResource) throws RefusedTokenException {
		List<String> permissions = new ArrayList<>();
		for (Map.Entry<?, ?> entry : actionsByResource.entrySet()) {
			for (String action : texts(entry.getValue())) {
				permissions.add(entry.getKey() + ":" + action);
			}
		}
		return permissions;
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			int blank = text.indexOf(' ', start);
			int end = (blank >= 0) ? blank : text.length();
			if (end > start) {
				words.add(text.substring(start, end));
			}
			start = end + 1;
		}
		return words;
	}

	private static List<String> texts(@Nullable Object value) throws RefusedTokenException {
		if (!(value instanceof List<?> elements)) {
			throw invalid();
		}
		List<String> texts = new ArrayList<>(elements.size());
		for (Object element : elements) {
			if (!(element instanceof String text)) {
				throw invalid();
			}
			texts.add(text);
		}
		return texts;
	}

}
