package dev.authgate.jwt;

import org.jspecify.annotations.Nullable;

/**
 * What makes a token void together with others.
 *
 * @param id the id of the session that the token is issued for, which becomes the claim
 * {@code sid}; {@code null} for none
 * @param epoch the epoch of the user, read before its password was verified, which
 * becomes the claim {@code ver}
 */
public record TokenSession(@Nullable String id, long epoch) {
}
