package dev.authgate.jwt.token;

import java.time.Instant;
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
		List<String> texts = (value instanceof String text) ? List.of(text) : ClaimTexts.list(value);
		if (texts == null) {
			throw invalid();
		}
		return texts;
	}

	/**
	 * Takes permissions in any of their three forms: a list, a text with blanks between
	 * them (RFC 8693 section 4.2), or a map from resource to actions.
	 * @param name the name of the claim
	 * @return the permissions, or {@code null} if it is missing
	 * @throws RefusedTokenException if it is anything else
	 */
	public @Nullable List<String> takePermissions(String name) throws RefusedTokenException {
		if (!this.members.containsKey(name)) {
			return null;
		}
		List<String> permissions = ClaimTexts.permissions(this.members.remove(name));
		if (permissions == null) {
			throw new RefusedTokenException(RejectionReason.MALFORMED_PERMISSIONS);
		}
		return permissions;
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
		Instant time = timeOf(value);
		if (value != null && time == null) {
			throw invalid();
		}
		return time;
	}

	/**
	 * Looks at a claim that should be a time, and leaves it there.
	 * @param name the name of the claim
	 * @return the time, or {@code null} if it is missing or anything else
	 */
	public @Nullable Instant peekTime(String name) {
		return timeOf(this.members.get(name));
	}

	/**
	 * Takes a claim that is a number of at least zero, without a fraction.
	 * @param name the name of the claim
	 * @return the number, or {@code null} if it is missing
	 * @throws RefusedTokenException if it is anything else
	 */
	public @Nullable Long takeCount(String name) throws RefusedTokenException {
		Object value = take(name);
		if (value == null || (value instanceof Long count && count >= 0)) {
			return (Long) value;
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

	private static @Nullable Instant timeOf(@Nullable Object value) {
		if (value instanceof Long seconds && seconds >= 0 && seconds <= MAX_SECONDS) {
			return Instant.ofEpochSecond(seconds);
		}
		if (value instanceof Double seconds && seconds >= 0 && seconds <= MAX_SECONDS) {
			return Instant.ofEpochMilli((long) (seconds * 1000));
		}
		return null;
	}

}
