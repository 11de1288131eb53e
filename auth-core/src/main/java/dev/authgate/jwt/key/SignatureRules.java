package dev.authgate.jwt.key;

import java.util.List;

import dev.authgate.RejectionReason;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.TokenHeader;

/**
 * Judges the signature of a token, and nothing that it says.
 */
public final class SignatureRules {

	private SignatureRules() {
	}

	/**
	 * Verifies that one of the keys signed the token, with the key's own algorithm.
	 * @param token the token
	 * @param header the header of the token
	 * @param keys the keys that the header selects
	 * @throws RefusedTokenException if there is no key, the header names another
	 * algorithm, or the signature does not verify
	 */
	public static void check(CompactToken token, TokenHeader header, List<VerificationKey> keys)
			throws RefusedTokenException {
		RejectionReason reason = keys.isEmpty() ? RejectionReason.UNKNOWN_KEY_ID : RejectionReason.WRONG_ALGORITHM;
		for (VerificationKey key : keys) {
			if (key.algorithm().headerName().equals(header.algorithm())) {
				if (key.verifies(token.signed(), token.signature())) {
					return;
				}
				reason = RejectionReason.BAD_SIGNATURE;
			}
		}
		throw new RefusedTokenException(reason);
	}

}
