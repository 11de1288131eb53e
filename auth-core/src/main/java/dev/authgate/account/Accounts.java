package dev.authgate.account;

import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.secret.Secret;

/**
 * Judges user names and passwords.
 * <p>
 * An unknown name costs as much time as a wrong password, and a disabled account as much
 * as either, so that the time does not tell which names exist. Safe for use by several
 * threads.
 */
public final class Accounts {

	/** The most characters that a password may have. */
	public static final int MAX_PASSWORD_LENGTH = 4096;

	private final AccountStore store;

	private final PasswordVerifier verifier;

	private final Secret decoy;

	/**
	 * Makes the accounts of a store.
	 * @param store where the accounts are found
	 * @param verifier compares passwords
	 * @param decoy the encoded form of a random password, in the encoding of the others;
	 * what is compared where no account is found
	 */
	public Accounts(AccountStore store, PasswordVerifier verifier, Secret decoy) {
		this.store = store;
		this.verifier = verifier;
		this.decoy = decoy;
	}

	/**
	 * Judges a login.
	 * @param username the name as it was typed
	 * @param password the password as it was typed
	 * @param mechanism the name of the mechanism that asks, which becomes the caller's
	 * authenticator
	 * @return the caller, or why there is none
	 */
	public AuthenticationResult login(String username, Secret password, String mechanism) {
		if (password.length() > MAX_PASSWORD_LENGTH) {
			return AuthenticationResult.rejected(RejectionReason.WRONG_PASSWORD);
		}
		Account account = this.store.find(username);
		boolean right = this.verifier.matches(password, (account != null) ? account.password() : this.decoy);
		if (account == null) {
			return AuthenticationResult.rejected(RejectionReason.UNKNOWN);
		}
		if (!right) {
			return AuthenticationResult.rejected(RejectionReason.WRONG_PASSWORD);
		}
		return account.enabled() ? AuthenticationResult.authenticated(caller(account, mechanism))
				: AuthenticationResult.rejected(RejectionReason.DISABLED);
	}

	private static Caller caller(Account account, String mechanism) {
		return Caller.of(account.user(), mechanism).withRoles(account.roles());
	}

}
