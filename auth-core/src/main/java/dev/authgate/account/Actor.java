package dev.authgate.account;

import org.jspecify.annotations.Nullable;

/**
 * Who changes an account, for audit.
 *
 * @param userId the id of the user, {@code null} if it is not known
 * @param remoteAddress the address of the client, empty if no request causes the change
 * @param sessionId the id of the session in which it is done, if it is in one
 */
public record Actor(@Nullable String userId, String remoteAddress, @Nullable String sessionId) {

	/**
	 * Names a user that acts outside of a session.
	 * @param userId the id of the user, {@code null} if it is not known
	 * @param remoteAddress the address of the client, empty if no request causes the
	 * change
	 */
	public Actor(@Nullable String userId, String remoteAddress) {
		this(userId, remoteAddress, null);
	}

	/**
	 * Names a caller that is not logged in.
	 * @param remoteAddress the address of the client
	 * @return the actor
	 */
	public static Actor unknown(String remoteAddress) {
		return new Actor(null, remoteAddress);
	}

	/**
	 * Names the application itself.
	 * @return the actor
	 */
	public static Actor application() {
		return new Actor(null, "");
	}

}
