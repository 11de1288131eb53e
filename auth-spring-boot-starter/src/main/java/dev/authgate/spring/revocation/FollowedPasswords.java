package dev.authgate.spring.revocation;

import java.time.Clock;
import java.util.function.Supplier;

import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import dev.authgate.http.PasswordLogin;
import dev.authgate.revocation.Revocations;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A login whose passwords are followed by the accounts that they were right for.
 *
 * @param login judges passwords
 * @param accounts finds accounts
 * @param revocations gives what was taken back, {@code null} while nothing can have been
 * @param clock tells the time
 */
record FollowedPasswords(PasswordLogin login, AccountStore accounts, Supplier<@Nullable Revocations> revocations,
		Clock clock) implements PasswordLogin {

	@Override
	public AuthenticationResult login(String username, Secret password, String clientAddress) {
		return this.login.login(username, password, clientAddress);
	}

	@Override
	public LiveCredential follow(String username, Caller caller) {
		Account account = find(username);
		return (account != null) ? FollowedAccount.of(this, account, caller) : () -> null;
	}

	@Nullable Account find(String username) {
		Account account = this.accounts.find(username);
		return (account != null && account.state().enabled()) ? account : null;
	}

	long epochOf(String userId) {
		Revocations known = this.revocations.get();
		return (known != null) ? known.knownEpochOf(userId) : 0;
	}

}
