package dev.authgate.spring.autoconfigure.account;

import java.util.function.Supplier;

import dev.authgate.AccountAction;
import dev.authgate.account.AccountChange;
import dev.authgate.account.AccountListener;
import dev.authgate.session.Sessions;

/**
 * Ends what was issued to a user whose account changed so that it must not go on.
 * <p>
 * Where only roles and permissions changed, sessions go on with those, and tokens that
 * name the old ones are void.
 *
 * @param sessions the sessions, asked for when there are some to end
 */
record EndedSessions(Supplier<Sessions> sessions) implements AccountListener {

	@Override
	public void changed(AccountChange change) {
		if (change.action() == AccountAction.GRANTS_CHANGED) {
			this.sessions.get().refreshAll(change.userId());
		}
		else if (change.endsCredentials()) {
			this.sessions.get().endAll(change.userId(), null);
		}
	}

}
