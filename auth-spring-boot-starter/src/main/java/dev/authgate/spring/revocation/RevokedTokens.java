package dev.authgate.spring.revocation;

import dev.authgate.jwt.RevocationCheck;
import dev.authgate.jwt.VerifiedToken;
import dev.authgate.revocation.Revocations;

/**
 * Judges tokens by what was revoked: one of them, a session, or all of a user.
 * <p>
 * A token of ours that names no epoch, and every token of a trusted issuer, is void with
 * its user if it was issued before, or does not say when. Safe for use by several
 * threads.
 */
public final class RevokedTokens implements RevocationCheck {

	private final Revocations revocations;

	/**
	 * Makes the check.
	 * @param revocations what was revoked
	 */
	public RevokedTokens(Revocations revocations) {
		this.revocations = revocations;
	}

	@Override
	public boolean isRevoked(VerifiedToken token) {
		String issuer = (token.issuer() != null) ? token.issuer() : "";
		if (token.id() != null && this.revocations.isTokenRevoked(issuer, token.id())) {
			return true;
		}
		if (token.sessionId() != null && this.revocations.isSessionRevoked(token.sessionId())) {
			return true;
		}
		long epoch = this.revocations.knownEpochOf(token.userId());
		return epoch > 0 && isOlder(token, epoch);
	}

	// The clock of another issuer tells no more than the second.
	private static boolean isOlder(VerifiedToken token, long epoch) {
		if (token.epoch() != null) {
			return token.epoch() < epoch;
		}
		if (token.issuedAt() == null) {
			return true;
		}
		long issued = token.issuedAt().toEpochMilli();
		return (token.issuer() != null) ? issued <= epoch : issued < epoch;
	}

}
