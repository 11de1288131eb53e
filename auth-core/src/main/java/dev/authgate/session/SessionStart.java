package dev.authgate.session;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a session is begun with.
 *
 * @param userId the id of the user, who just proved its password
 * @param origin where it is begun
 * @param epoch the epoch of the user, read before the password was verified
 * @param scope the permissions that it is limited to, or {@code null} for all of the
 * user's
 */
public record SessionStart(String userId, SessionOrigin origin, long epoch, @Nullable Set<String> scope) {
}
