package dev.authgate.jwt;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a verified token says of itself, for whoever takes tokens back.
 *
 * @param issuer the trusted issuer, {@code null} for this application
 * @param id the id of the token ({@code jti}), if it has one
 * @param userId the id of the user
 * @param sessionId the session that it was issued for ({@code sid}), of our own tokens
 * only
 * @param epoch the epoch of the user when it was issued ({@code ver}), of our own tokens
 * only
 * @param issuedAt when it was issued ({@code iat}), if it says so
 */
public record VerifiedToken(@Nullable String issuer, @Nullable String id, String userId, @Nullable String sessionId,
		@Nullable Long epoch, @Nullable Instant issuedAt) {
}
