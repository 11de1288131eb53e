package dev.authgate.session;

import java.time.Instant;

import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the refresh tokens of a session: nothing that could be sent as one.
 *
 * @param family the digest of what all of them have in common
 * @param current the digest of the one that may be used next
 * @param previous the digest of the one that was used last, if one was
 * @param rotatedAt when that was
 */
public record RefreshState(SecretDigest family, SecretDigest current, @Nullable SecretDigest previous,
		Instant rotatedAt) {
}
