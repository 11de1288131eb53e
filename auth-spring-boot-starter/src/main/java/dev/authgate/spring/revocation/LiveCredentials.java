package dev.authgate.spring.revocation;

import java.time.Clock;
import java.util.function.Supplier;

import dev.authgate.AuthRequest;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.account.AccountStore;
import dev.authgate.http.PasswordLogin;
import dev.authgate.revocation.Revocations;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import org.jspecify.annotations.Nullable;

/**
 * Begins to follow the credentials by which something was opened that outlives a request.
 * <p>
 * The authenticator that accepted a credential tells what becomes of it. Of the
 * credential of one that cannot tell, all is void once anything of its user was taken
 * back. Safe for use by several threads.
 */
public final class LiveCredentials {

	private final Supplier<@Nullable Revocations> revocations;

	private final Clock clock;

	/**
	 * Makes the beginnings of an application.
	 * @param revocations gives what was taken back, or {@code null} for as long as
	 * nothing can have been
	 * @param clock tells the time
	 */
	public LiveCredentials(Supplier<@Nullable Revocations> revocations, Clock clock) {
		this.revocations = revocations;
		this.clock = clock;
	}

	/**
	 * Begins to follow a credential, right after it was accepted.
	 * @param guard the guard whose authenticators accepted it
	 * @param request what the credential came with, which is not kept
	 * @param caller whom the credential stands for
	 * @return what tells of the credential from now on
	 * @throws RuntimeException if it cannot be told now, in which case nothing must be
	 * opened by it
	 */
	public LiveCredential follow(Guard guard, AuthRequest request, Caller caller) {
		NamedAuthenticator named = guard.authenticator(caller.authenticator());
		return (named != null) ? named.follow(request, caller, this::follow) : follow(caller);
	}

	/**
	 * Makes a login whose passwords can be followed.
	 * @param login judges passwords
	 * @param accounts finds the accounts that they are right for
	 * @return the login
	 */
	public PasswordLogin following(PasswordLogin login, AccountStore accounts) {
		return new FollowedPasswords(login, accounts, this.revocations, this.clock);
	}

	private LiveCredential follow(Caller caller) {
		return FollowedUser.of(caller, this.revocations);
	}

}
