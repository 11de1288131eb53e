package dev.authgate.account;

import java.util.Map;

import dev.authgate.AccountAction;
import dev.authgate.AuthUser;
import org.jspecify.annotations.Nullable;

/**
 * Changes what users may change of themselves: the named fields, never what they are or
 * may do.
 * <p>
 * Safe for use by several threads.
 */
public final class AccountUpdates {

	private final AccountChanges changes;

	private final AccountFields fields;

	/**
	 * Makes the updates.
	 * @param changes makes the changes
	 * @param fields what users may write
	 */
	public AccountUpdates(AccountChanges changes, AccountFields fields) {
		this.changes = changes;
		this.fields = fields;
	}

	/**
	 * Changes an account. Fields that are not to be written are ignored, and the audit
	 * learns that somebody tried. Another e-mail address is not verified.
	 * @param id the id of the user
	 * @param written what to change, by name; {@code null} takes a field away
	 * @param actor who does it
	 * @return the account as it is now, or why it was not changed:
	 * {@link AccountProblem#GONE}, {@link AccountProblem#INVALID_DATA},
	 * {@link AccountProblem#INVALID_EMAIL}, {@link AccountProblem#EMAIL_TAKEN} or
	 * {@link AccountProblem#STALE}
	 */
	public AccountResult update(String id, Map<String, ?> written, Actor actor) {
		if (!this.fields.areAll(written)) {
			this.changes.report(AccountAction.UPDATE_IGNORED, id, actor);
		}
		Object email = written.get(AccountFields.EMAIL);
		boolean withEmail = this.fields.holdEmail(written);
		if (withEmail && email != null && !(email instanceof String text && AccountName.isEmail(text))) {
			return AccountResult.refused(AccountProblem.INVALID_EMAIL);
		}
		Account present = this.changes.repository().findById(id);
		if (present != null && this.fields.merged(present.user().data(), written) == null) {
			return AccountResult.refused(AccountProblem.INVALID_DATA);
		}
		return this.changes.change(AccountAction.UPDATED, id, actor, (account) -> {
			Account renamed = withEmail ? withEmail(account, (String) email) : account;
			return withData(renamed, written);
		});
	}

	private Account withData(Account account, Map<String, ?> written) {
		AuthUser user = account.user();
		Map<String, Object> data = this.fields.merged(user.data(), written);
		return (data != null) ? account.withUser(new AuthUser(user.id(), data, user.permissions())) : account;
	}

	private static Account withEmail(Account account, @Nullable String email) {
		AccountName name = account.name().withEmail(email);
		boolean same = email != null && name.emailKey() != null
				&& AccountName.canonical(email).equals(account.name().emailKey());
		return account.withName(name).withState(account.state().withVerified(same && account.state().verified()));
	}

}
