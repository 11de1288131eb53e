package dev.authgate.account.token;

import java.time.Instant;

import dev.authgate.secret.SecretDigest;

/**
 * A token as it is kept: not itself, but its digest.
 *
 * @param digest the digest of the token
 * @param purpose what it may be used for
 * @param userId the id of the user it was issued for
 * @param binding what must not have changed since, the address it was sent to say, up to
 * 255 characters
 * @param expiresAt when it expires
 */
public record OneTimeToken(SecretDigest digest, TokenPurpose purpose, String userId, String binding,
		Instant expiresAt) {
}
