package dev.authgate.jwt;

import java.util.Map;
import java.util.Set;

import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Judges the header of a token before anything else is believed.
 * <p>
 * The header may name the key's own algorithm and the type of an access token, nothing
 * more: a key in the header, or a place to fetch one from, would let the sender choose
 * what its signature is checked against (RFC 8725 section 3). No key of ours has a name,
 * so a token that names one was not made with it.
 */
final class HeaderRules {

	private static final Set<String> TYPES = Set.of("JWT", "at+jwt");

	private static final Set<String> KEY_ID = Set.of("kid");

	private final String algorithm;

	private final String usual;

	HeaderRules(JwtKey key) {
		this.algorithm = key.algorithm().name();
		this.usual = key.encodedHeader();
	}

	void check(CompactToken token) throws RefusedTokenException {
		if (token.hasHeader(this.usual)) {
			return;
		}
		Map<String, @Nullable Object> header = JsonParser.parseObject(token.header());
		if (!this.algorithm.equals(header.remove("alg"))) {
			throw new RefusedTokenException(RejectionReason.WRONG_ALGORITHM);
		}
		if (header.containsKey("typ") && !isAccessToken(header.remove("typ"))) {
			throw new RefusedTokenException(RejectionReason.WRONG_TYPE);
		}
		if (!header.isEmpty()) {
			throw new RefusedTokenException(header.keySet().equals(KEY_ID) ? RejectionReason.UNKNOWN_KEY_ID
					: RejectionReason.UNSUPPORTED_HEADER);
		}
	}

	private static boolean isAccessToken(@Nullable Object type) {
		return type instanceof String text && TYPES.contains(text);
	}

}
