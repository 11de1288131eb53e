package dev.authgate.account.change;

import dev.authgate.AccountAction;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.Actor;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.account.password.PasswordProblem;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.account.password.PasswordTooLongException;
import dev.authgate.account.token.OneTimeToken;
import dev.authgate.account.token.OneTimeTokens;
import dev.authgate.account.token.TokenPurpose;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;

/**
 * Changes passwords, with the present one or with a token that was sent.
 * <p>
 * Whatever was issued to the user before is to end with each change. Safe for use by
 * several threads.
 */
public final class PasswordChanges {

	private final AccountChanges changes;

	private final PasswordEncoding encoding;

	private final PasswordRules rules;

	private final OneTimeTokens tokens;

	/**
	 * Makes the changes.
	 * @param changes stores them
	 * @param encoding compares and encodes the passwords
	 * @param rules judges new passwords
	 * @param tokens knows the tokens that were sent
	 */
	public PasswordChanges(AccountChanges changes, PasswordEncoding encoding, PasswordRules rules,
			OneTimeTokens tokens) {
		this.changes = changes;
		this.encoding = encoding;
		this.rules = rules;
		this.tokens = tokens;
	}

	/**
	 * Changes a password with the present one. Attempts are to be counted by whoever
	 * calls, like those of a login.
	 * @param id the id of the user
	 * @param present the present password as it was typed
	 * @param next the new password as it was typed
	 * @param actor who does it
	 * @return the account as it is now, or why it was not changed
	 */
	public AccountResult change(String id, Secret present, Secret next, Actor actor) {
		Account account = this.changes.repository().findById(id);
		if (account == null || !account.state().enabled()) {
			return AccountResult.refused(AccountProblem.GONE);
		}
		if (present.length() > PasswordRules.MAX_LENGTH || !this.encoding.matches(present, account.password())) {
			return AccountResult.refused(AccountProblem.WRONG_PASSWORD);
		}
		PasswordProblem weakness = this.rules.problemOf(next, account.name().texts());
		return (weakness != null) ? AccountResult.refused(weakness)
				: replace(AccountAction.PASSWORD_CHANGED, account, next, actor);
	}

	/**
	 * Sets a password with a token, which is used up if and only if the password is set.
	 * @param token the token as it was sent
	 * @param next the new password as it was typed
	 * @param actor who does it
	 * @return the account as it is now, or why it was not changed
	 */
	public AccountResult reset(Secret token, Secret next, Actor actor) {
		OneTimeToken found = this.tokens.find(TokenPurpose.RESET_PASSWORD, token);
		Account account = (found != null) ? this.changes.repository().findById(found.userId()) : null;
		if (found == null || account == null || !account.state().enabled()
				|| !found.binding().equals(bindingOf(account))) {
			return AccountResult.refused(AccountProblem.INVALID_TOKEN);
		}
		PasswordProblem weakness = this.rules.problemOf(next, account.name().texts());
		if (weakness != null) {
			return AccountResult.refused(weakness);
		}
		AccountResult result = replace(AccountAction.PASSWORD_RESET, account, next,
				new Actor(account.id(), actor.remoteAddress()));
		return isOutOfDate(result, account) ? AccountResult.refused(AccountProblem.INVALID_TOKEN) : result;
	}

	// A token to reset a password is void once the password was changed, with it or
	// otherwise, or the address that it was sent to was.
	static String bindingOf(Account account) {
		return SecretDigest.of(account.state().passwordVersion() + " " + account.name().emailKey()).toString();
	}

	private boolean isOutOfDate(AccountResult result, Account account) {
		if (result instanceof AccountResult.Done) {
			return false;
		}
		Account present = this.changes.repository().findById(account.id());
		return present == null || !isStill(account, present);
	}

	private static boolean isStill(Account account, Account present) {
		return present.state().enabled() && bindingOf(present).equals(bindingOf(account));
	}

	private AccountResult replace(AccountAction action, Account account, Secret next, Actor actor) {
		Secret encoded;
		try {
			encoded = this.encoding.encode(next);
		}
		catch (PasswordTooLongException ex) {
			return AccountResult.refused(PasswordProblem.TOO_LONG);
		}
		// Of several with the same token one gets through, as the version moves with the
		// password; a failure before leaves the token as it was.
		AccountResult result = this.changes.change(action, account.id(), actor, (present) -> isStill(account, present)
				? present.withPassword(encoded).withState(present.state().withPasswordChangedAt(this.changes.now()))
				: null);
		if (result instanceof AccountResult.Done) {
			this.tokens.removeAll(account.id());
		}
		return result;
	}

}
