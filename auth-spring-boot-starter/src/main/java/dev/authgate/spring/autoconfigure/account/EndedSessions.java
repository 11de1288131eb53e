package dev.authgate.spring.autoconfigure.account;

import java.util.function.Supplier;

import dev.authgate.account.Account;
import dev.authgate.account.AccountChange;
import dev.authgate.account.AccountListener;
import dev.authgate.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Ends what was issued to a user when its account changes.
 * <p>
 * Other roles or permissions void tokens, and sessions go on with what is true now.
 * Everything else that ends credentials ends the sessions as well, except that in which
 * users change their own password.
 */
final class EndedSessions implements AccountListener {

	private final Supplier<Sessions> sessions;

	EndedSessions(Supplier<Sessions> sessions) {
		this.sessions = sessions;
	}

	// Before anything is stored: what cannot be ended is not changed.
	@Override
	public void changing(AccountChange planned) {
		end(planned);
	}

	// Again: the old password was good until now.
	@Override
	public void changed(AccountChange change) {
		if (change.endsCredentials()) {
			end(change);
		}
	}

	private void end(AccountChange change) {
		switch (change.action()) {
			case GRANTS_CHANGED -> granted(change);
			case PASSWORD_CHANGED -> this.sessions.get().endAll(change.userId(), spared(change));
			default -> this.sessions.get().endAll(change.userId(), null);
		}
	}

	private void granted(AccountChange change) {
		Account after = change.after();
		if (after != null && after.state().enabled()) {
			this.sessions.get().refreshAll(change.userId());
		}
		else {
			this.sessions.get().endAll(change.userId(), null);
		}
	}

	private static @Nullable String spared(AccountChange change) {
		return change.userId().equals(change.actor().userId()) ? change.actor().sessionId() : null;
	}

}
