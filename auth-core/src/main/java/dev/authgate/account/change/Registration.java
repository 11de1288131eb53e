package dev.authgate.account.change;

import java.util.Map;

import dev.authgate.AccountAction;
import dev.authgate.AuthUser;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountName;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountState;
import dev.authgate.account.Actor;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.account.password.PasswordProblem;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.account.password.PasswordTooLongException;
import dev.authgate.secret.RandomText;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Gives people accounts.
 * <p>
 * The id of a new user is random: nobody becomes the API client or the foreign user of
 * some id by choosing a name. Safe for use by several threads.
 */
public final class Registration {

	private final AccountChanges changes;

	private final PasswordEncoding encoding;

	private final PasswordRules rules;

	private final RegistrationTerms terms;

	/**
	 * Makes the registration.
	 * @param changes adds the accounts
	 * @param encoding encodes the passwords
	 * @param rules judges the passwords
	 * @param terms what everybody gets
	 */
	public Registration(AccountChanges changes, PasswordEncoding encoding, PasswordRules rules,
			RegistrationTerms terms) {
		this.changes = changes;
		this.encoding = encoding;
		this.rules = rules;
		this.terms = terms;
	}

	/**
	 * Makes an account. Fields of the form that users may not write are ignored, and the
	 * audit learns that somebody tried.
	 * @param form what was filled in
	 * @param actor who does it; unknown for somebody who registers itself
	 * @return the account, or why there is none
	 */
	public AccountResult register(RegistrationForm form, Actor actor) {
		AccountProblem problem = problemOf(form);
		Map<String, Object> data = this.terms.fields().merged(Map.of(), form.data());
		if (problem == null && data == null) {
			problem = AccountProblem.INVALID_DATA;
		}
		if (problem != null || data == null) {
			return AccountResult.refused((problem != null) ? problem : AccountProblem.INVALID_DATA);
		}
		PasswordProblem weakness = this.rules.problemOf(form.password(),
				new AccountName(form.username(), form.email()).texts());
		if (weakness != null) {
			return AccountResult.refused(weakness);
		}
		try {
			return add(form, data, actor);
		}
		catch (PasswordTooLongException ex) {
			return AccountResult.refused(PasswordProblem.TOO_LONG);
		}
	}

	private AccountResult add(RegistrationForm form, Map<String, Object> data, Actor actor) {
		AuthUser user = new AuthUser(RandomText.userId(), data, this.terms.permissions());
		Account account = new Account(user, new AccountName(form.username(), form.email()), encoded(form),
				this.terms.roles(), AccountState.initial().withPasswordChangedAt(this.changes.now()));
		Actor known = (actor.userId() != null) ? actor : new Actor(user.id(), actor.remoteAddress());
		AccountResult result = this.changes.add(account, known);
		if (result instanceof AccountResult.Done && !this.terms.fields().names().containsAll(form.data().keySet())) {
			this.changes.report(AccountAction.UPDATE_IGNORED, user.id(), known);
		}
		return result;
	}

	// Looked up before the password is encoded, which costs the most.
	private @Nullable AccountProblem problemOf(RegistrationForm form) {
		if (!AccountName.isUsername(form.username())) {
			return AccountProblem.INVALID_NAME;
		}
		String email = form.email();
		if ((email == null) ? this.terms.emailRequired() : !AccountName.isEmail(email)) {
			return AccountProblem.INVALID_EMAIL;
		}
		AccountRepository repository = this.changes.repository();
		if (repository.find(form.username()) != null) {
			return AccountProblem.NAME_TAKEN;
		}
		return (email != null && repository.findByEmail(email) != null) ? AccountProblem.EMAIL_TAKEN : null;
	}

	private Secret encoded(RegistrationForm form) {
		return this.encoding.encode(form.password());
	}

}
