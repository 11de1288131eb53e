package dev.authgate.session.user;

import org.jspecify.annotations.Nullable;

/**
 * Finds the users of sessions.
 */
@FunctionalInterface
public interface SessionUsers {

	/**
	 * Finds a user as its account is now; throws if that cannot be told.
	 * @param userId the id of the user
	 * @return the user, or {@code null} if it has no account or may not log in
	 */
	@Nullable SessionUser find(String userId);

}
