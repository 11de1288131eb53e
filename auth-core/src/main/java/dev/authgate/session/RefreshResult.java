package dev.authgate.session;

import dev.authgate.RejectionReason;
import dev.authgate.secret.Secret;
import dev.authgate.session.user.SessionUser;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a refresh token.
 */
public sealed interface RefreshResult {

	/**
	 * The token was good, and is used up.
	 *
	 * @param session the session that goes on
	 * @param user its user as the account is now
	 * @param epoch the epoch that a token issued now must carry
	 * @param next the refresh token to use next, known nowhere else
	 */
	record Refreshed(Session session, SessionUser user, long epoch, Secret next) implements RefreshResult {
	}

	/**
	 * The token was used a moment before, by a request sent beside this one, which got
	 * the next.
	 *
	 * @param session the session that goes on
	 * @param user its user as the account is now
	 */
	record Beside(Session session, SessionUser user) implements RefreshResult {
	}

	/**
	 * The token is refused.
	 *
	 * @param reason why
	 * @param userId the id of the user whose session it was of, {@code null} if it was of
	 * none
	 */
	record Refused(RejectionReason reason, @Nullable String userId) implements RefreshResult {

		/**
		 * Refuses a token of which it is not known whose it is.
		 * @param reason why
		 */
		public Refused(RejectionReason reason) {
			this(reason, null);
		}

	}

	/**
	 * The token is good, and the scope that was asked for is more than it has. It can be
	 * used again.
	 */
	record ScopeExceeded() implements RefreshResult {
	}

}
