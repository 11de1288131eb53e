package dev.authgate.account;

import java.util.Map;

import dev.authgate.AccountAction;
import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.RejectionReason;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Judges user names and passwords, and lets users change what they may change of
 * themselves.
 * <p>
 * An unknown name costs as much time as a wrong password, and a disabled account as much
 * as either, so that the time does not tell which names exist. Safe for use by several
 * threads.
 */
public final class Accounts {

	/** The most characters that a password may have. */
	public static final int MAX_PASSWORD_LENGTH = PasswordRules.MAX_LENGTH;

	private final AccountStore store;

	private final PasswordEncoding encoding;

	private final Secret decoy;

	private final @Nullable AccountChanges upgrades;

	private final @Nullable AccountUpdates updates;

	/**
	 * Makes the accounts of a store, which change neither by a login nor otherwise.
	 * @param store where the accounts are found
	 * @param encoding compares passwords
	 * @param decoy the encoded form of a random password, in the encoding of the others;
	 * what is compared where no account is found
	 */
	public Accounts(AccountStore store, PasswordEncoding encoding, Secret decoy) {
		this(store, encoding, decoy, null, null);
	}

	private Accounts(AccountStore store, PasswordEncoding encoding, Secret decoy, @Nullable AccountChanges upgrades,
			@Nullable AccountUpdates updates) {
		this.store = store;
		this.encoding = encoding;
		this.decoy = decoy;
		this.upgrades = upgrades;
		this.updates = updates;
	}

	/**
	 * Makes the same accounts, which encode a password anew at the login when that is
	 * due.
	 * @param changes stores the newly encoded password
	 * @return the accounts
	 */
	public Accounts upgrading(AccountChanges changes) {
		return new Accounts(this.store, this.encoding, this.decoy, changes, this.updates);
	}

	/**
	 * Makes the same accounts, which users may change.
	 * @param own makes the changes
	 * @return the accounts
	 */
	public Accounts updating(AccountUpdates own) {
		return new Accounts(this.store, this.encoding, this.decoy, this.upgrades, own);
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
		boolean right = this.encoding.matches(password, (account != null) ? account.password() : this.decoy);
		if (account == null) {
			return AuthenticationResult.rejected(RejectionReason.UNKNOWN);
		}
		if (!right) {
			return AuthenticationResult.rejected(RejectionReason.WRONG_PASSWORD);
		}
		if (!account.state().enabled()) {
			return AuthenticationResult.rejected(RejectionReason.DISABLED);
		}
		upgrade(account, password);
		return AuthenticationResult.authenticated(account.caller(mechanism));
	}

	/**
	 * Changes what a user may change of itself, ignoring the rest, of which the audit
	 * learns.
	 * @param user the user
	 * @param fields what to change, by name; a {@code null} value takes a field away
	 * @return the user as it is now
	 * @throws AuthException with 404 if there is no such account, 409 if another account
	 * has the e-mail address, 400 if a value cannot be kept
	 * @throws IllegalStateException if accounts cannot be changed here
	 */
	public AuthUser updateUser(AuthUser user, Map<String, ?> fields) {
		if (this.updates == null) {
			throw new IllegalStateException("Accounts of this application cannot be changed");
		}
		AccountResult result = this.updates.update(user.id(), fields, new Actor(user.id(), ""));
		if (result instanceof Done done) {
			return done.account().visibleUser();
		}
		throw (result instanceof Refused refused) ? exception(refused.problem()) : new AuthException();
	}

	private static AuthException exception(AccountProblem problem) {
		return switch (problem) {
			case GONE -> new AuthException("There is no such account.", 404);
			case EMAIL_TAKEN, STALE -> new AuthException("The account cannot be changed like this.", 409);
			default -> new AuthException("The request is malformed.", 400);
		};
	}

	// Nothing that goes wrong here makes the right password wrong.
	private void upgrade(Account account, Secret password) {
		if (this.upgrades == null || !this.encoding.needsUpgrade(account.password())) {
			return;
		}
		try {
			Account upgraded = account.withPassword(this.encoding.encode(password));
			this.upgrades.replace(AccountAction.PASSWORD_UPGRADED, account, upgraded, new Actor(account.id(), ""));
		}
		catch (RuntimeException ex) {
			// The next login tries again; the audit shows that none has succeeded yet.
			return;
		}
	}

}
