package dev.authgate.spring.revocation;

import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.account.Account;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * A user name and a password that were right, good for as long as the account has them.
 * <p>
 * The account is read anew when anything of its user was taken back, and once a minute.
 * Safe for use by several threads.
 */
final class FollowedAccount implements LiveCredential {

	private static final long CHECK_INTERVAL_MILLIS = 60_000;

	private final FollowedPasswords passwords;

	private final String username;

	private final SecretDigest password;

	private final AtomicReference<Seen> seen;

	private FollowedAccount(FollowedPasswords passwords, Account account, Seen seen) {
		this.passwords = passwords;
		this.username = account.name().username();
		this.password = SecretDigest.of(account.password());
		this.seen = new AtomicReference<>(seen);
	}

	// The first question reads the account once more: it may have changed before anybody
	// knew by which epoch.
	static FollowedAccount of(FollowedPasswords passwords, Account account, Caller caller) {
		Caller now = account.caller(caller.authenticator());
		return new FollowedAccount(passwords, account, new Seen(now.equals(caller) ? caller : now, -1, 0));
	}

	@Override
	public @Nullable Caller caller() {
		Seen before = this.seen.get();
		long now = this.passwords.clock().millis();
		long epoch = this.passwords.epochOf(before.caller().user().id());
		if (epoch <= before.epoch() && !before.isToBeChecked(now)) {
			return before.caller();
		}
		Account account = this.passwords.find(this.username);
		if (account == null || !isSame(account, before)) {
			return null;
		}
		Caller current = account.caller(before.caller().authenticator());
		Seen next = new Seen(current.equals(before.caller()) ? before.caller() : current, epoch, now);
		this.seen.compareAndSet(before, next);
		return next.caller();
	}

	// Under an old name there may be somebody else by now.
	private boolean isSame(Account account, Seen before) {
		return account.id().equals(before.caller().user().id())
				&& this.password.equals(SecretDigest.of(account.password()));
	}

	private record Seen(Caller caller, long epoch, long checkedAt) {

		// A clock that was put back must not put the check off.
		boolean isToBeChecked(long now) {
			return now < this.checkedAt || now - this.checkedAt >= CHECK_INTERVAL_MILLIS;
		}

	}

}
