package dev.authgate.session;

import dev.authgate.secret.Secret;

/**
 * A session with the refresh token that continues it.
 *
 * @param session the session
 * @param refreshToken what to send to the client, known nowhere else
 */
public record OpenedSession(Session session, Secret refreshToken) {
}
