package dev.authgate.spring.revocation;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEventListener;
import dev.authgate.account.Actor;
import dev.authgate.account.token.OneTimeTokens;
import dev.authgate.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * The end of everything that was issued to a user: tokens, sessions, remembered logins,
 * refresh tokens, and tokens that were sent by a message.
 * <p>
 * The account stays as it is. Other nodes know within two seconds. Safe for use by
 * several threads.
 */
public final class LogoutEverywhere {

	private final Sessions sessions;

	private final @Nullable OneTimeTokens sent;

	private final AuthEventListener events;

	/**
	 * Makes the logout.
	 * @param sessions ends sessions, with all that was issued for them and beside them
	 * @param sent voids tokens that were sent, {@code null} where nothing sends any
	 * @param events is told
	 */
	public LogoutEverywhere(Sessions sessions, @Nullable OneTimeTokens sent, AuthEventListener events) {
		this.sessions = sessions;
		this.sent = sent;
		this.events = events;
	}

	/**
	 * Logs a user out.
	 * @param userId the id of the user
	 * @param actor who does it
	 * @throws RuntimeException if a store cannot answer; what it has not ended yet is
	 * ended by doing it again
	 */
	public void logOut(String userId, Actor actor) {
		this.sessions.endAll(userId, null);
		if (this.sent != null) {
			this.sent.removeAll(userId);
		}
		this.events.onEvent(
				new AccountChanged(AccountAction.LOGGED_OUT_EVERYWHERE, userId, actor.userId(), actor.remoteAddress()));
	}

}
