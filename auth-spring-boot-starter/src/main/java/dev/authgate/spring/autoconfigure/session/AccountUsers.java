package dev.authgate.spring.autoconfigure.session;

import java.util.List;

import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import dev.authgate.session.user.SessionUser;
import dev.authgate.session.user.SessionUsers;
import org.jspecify.annotations.Nullable;

/**
 * The users of sessions, as their accounts are now.
 *
 * @param accounts where accounts are found
 * @param grants what roles mean
 */
record AccountUsers(AccountStore accounts, Grants grants) implements SessionUsers {

	@Override
	public @Nullable SessionUser find(String userId) {
		Account account = this.accounts.findById(userId);
		if (account == null || !account.state().enabled()) {
			return null;
		}
		PermissionSet granted = this.grants.received(List.copyOf(account.user().permissions()), account.roles(),
				(dropped) -> {
				});
		return new SessionUser(account.visibleUser(), account.roles(), granted);
	}

}
