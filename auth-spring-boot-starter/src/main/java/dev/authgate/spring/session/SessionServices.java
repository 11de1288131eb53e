package dev.authgate.spring.session;

import dev.authgate.revocation.Revocations;
import dev.authgate.session.SessionLimits;
import dev.authgate.session.Sessions;
import dev.authgate.session.user.SessionUsers;

/**
 * What logins of browsers are judged by.
 *
 * @param sessions the list of sessions
 * @param revocations tells which of them were ended
 * @param users finds users as their accounts are now
 * @param limits how long a login lasts
 */
public record SessionServices(Sessions sessions, Revocations revocations, SessionUsers users, SessionLimits limits) {
}
