package dev.authgate.spring.endpoint.token;

import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.revocation.Revocations;
import dev.authgate.session.RefreshTokens;

/**
 * Those who know the tokens of this application, and of no other.
 *
 * @param authenticator judges access tokens
 * @param refreshTokens judges refresh tokens
 * @param revocations takes access tokens back
 */
public record OwnTokens(JwtAuthenticator authenticator, RefreshTokens refreshTokens, Revocations revocations) {
}
