package dev.authgate.spring.endpoint.token;

import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.revocation.Revocations;
import dev.authgate.session.RefreshTokens;

/**
 * What this application issued, and no other: those who judge it and take it back.
 *
 * @param authenticator judges access tokens
 * @param refreshTokens judges refresh tokens
 * @param revocations takes access tokens back
 */
public record IssuedTokens(JwtAuthenticator authenticator, RefreshTokens refreshTokens, Revocations revocations) {
}
