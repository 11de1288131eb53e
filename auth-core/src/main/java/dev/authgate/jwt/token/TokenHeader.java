package dev.authgate.jwt.token;

import java.util.Map;
import java.util.Set;

import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * The header of a token, as far as it may say anything.
 * <p>
 * It names an algorithm and a key, which are only compared with those that are known, and
 * the type of an access token, nothing more: a key in the header, or a place to fetch one
 * from, would let the sender choose what its signature is checked against (RFC 8725
 * section 3).
 *
 * @param algorithm the algorithm that the token claims to be signed with
 * @param keyId the id of the key that it claims to be signed with, or {@code null}
 */
public record TokenHeader(String algorithm, @Nullable String keyId) {

	private static final Set<String> TYPES = Set.of("JWT", "at+jwt");

	/**
	 * Reads the header of a token.
	 * @param token the token
	 * @return the header
	 * @throws RefusedTokenException if it is malformed, has no algorithm or another type,
	 * or asks for anything else
	 */
	public static TokenHeader of(CompactToken token) throws RefusedTokenException {
		return of(token, Set.of());
	}

	/**
	 * Reads the header of a token, and overlooks some of its members.
	 * @param token the token
	 * @param ignored the names of members that are neither refused nor believed
	 * @return the header
	 * @throws RefusedTokenException if it is malformed, has no algorithm or another type,
	 * or asks for anything else
	 */
	public static TokenHeader of(CompactToken token, Set<String> ignored) throws RefusedTokenException {
		Map<String, @Nullable Object> members = JsonParser.parseObject(token.header());
		if (!(members.remove("alg") instanceof String algorithm)) {
			throw new RefusedTokenException(RejectionReason.WRONG_ALGORITHM);
		}
		if (members.containsKey("typ") && !isAccessToken(members.remove("typ"))) {
			throw new RefusedTokenException(RejectionReason.WRONG_TYPE);
		}
		boolean named = members.containsKey("kid");
		Object keyId = members.remove("kid");
		members.keySet().removeAll(ignored);
		if (!members.isEmpty()) {
			throw new RefusedTokenException(RejectionReason.UNSUPPORTED_HEADER);
		}
		if (named && !(keyId instanceof String)) {
			throw new RefusedTokenException(RejectionReason.UNKNOWN_KEY_ID);
		}
		return new TokenHeader(algorithm, (String) keyId);
	}

	private static boolean isAccessToken(@Nullable Object type) {
		return type instanceof String text && TYPES.contains(text);
	}

}
