package dev.authgate.account.change;

import java.util.LinkedHashSet;
import java.util.List;

import dev.authgate.AccountAction;
import dev.authgate.AuthUser;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Manages the accounts of others.
 * <p>
 * Administrators neither disable nor remove themselves nor take away their own right to
 * administer: so the last one always remains. Whoever administers may grant everything.
 * Safe for use by several threads.
 */
public final class AccountAdministration {

	/** What an administrator must be permitted. */
	public static final String PERMISSION = "admin:write";

	/** The most accounts that are listed at once. */
	public static final int MAX_LIST = 200;

	private static final int MAX_GRANTS = 200;

	private static final int MAX_ROLE_LENGTH = 100;

	private final AccountChanges changes;

	private final Grants grants;

	/**
	 * Makes the administration.
	 * @param changes makes the changes
	 * @param grants knows permissions and roles
	 */
	public AccountAdministration(AccountChanges changes, Grants grants) {
		this.changes = changes;
		this.grants = grants;
	}

	/**
	 * Lists accounts by user name.
	 * @param after the user name of the last one that is known already, {@code null} to
	 * begin
	 * @param limit the most to give, from 1 to {@link #MAX_LIST}; others are brought into
	 * that range
	 * @return the accounts
	 */
	public List<Account> list(@Nullable String after, int limit) {
		return this.changes.repository().list(after, Math.max(1, Math.min(limit, MAX_LIST)));
	}

	/**
	 * Finds an account.
	 * @param id the id of the user
	 * @return the account, or {@code null} if there is none
	 */
	public @Nullable Account find(String id) {
		return this.changes.repository().findById(id);
	}

	/**
	 * Changes an account.
	 * @param id the id of the user
	 * @param edit what to change
	 * @param actor who does it
	 * @return the account as it is now, or why it was not changed
	 */
	public AccountResult change(String id, AccountEdit edit, Actor actor) {
		Account present = find(id);
		if (present == null) {
			return AccountResult.refused(AccountProblem.GONE);
		}
		if (edit.changesNothing()) {
			return new AccountResult.Done(present);
		}
		if (!isValid(edit)) {
			return AccountResult.refused(AccountProblem.INVALID_GRANT);
		}
		if (id.equals(actor.userId()) && losesPower(present, edited(present, edit))) {
			return AccountResult.refused(AccountProblem.OWN_ACCOUNT);
		}
		return make(id, edit, actor);
	}

	/**
	 * Removes an account.
	 * @param id the id of the user
	 * @param actor who does it
	 * @return the account as it was, or why it was not removed
	 */
	public AccountResult delete(String id, Actor actor) {
		if (id.equals(actor.userId())) {
			return AccountResult.refused(AccountProblem.OWN_ACCOUNT);
		}
		Account present = find(id);
		return (present != null) ? this.changes.remove(present, actor) : AccountResult.refused(AccountProblem.GONE);
	}

	private AccountResult make(String id, AccountEdit edit, Actor actor) {
		AccountAction switched = Boolean.FALSE.equals(edit.enabled()) ? AccountAction.DISABLED : AccountAction.ENABLED;
		boolean disables = switched == AccountAction.DISABLED;
		boolean both = edit.changesGrants() && edit.enabled() != null;
		AccountAction action = (edit.changesGrants() && !disables) ? AccountAction.GRANTS_CHANGED : switched;
		AccountResult result = this.changes.change(action, id, actor, (account) -> edited(account, edit));
		if (result instanceof AccountResult.Done && both) {
			this.changes.report(disables ? AccountAction.GRANTS_CHANGED : switched, id, actor);
		}
		return result;
	}

	private static Account edited(Account account, AccountEdit edit) {
		Account edited = account;
		if (edit.roles() != null) {
			edited = edited.withRoles(new LinkedHashSet<>(edit.roles()));
		}
		if (edit.permissions() != null) {
			edited = edited.withUser(edited.user().withPermissions(PermissionSet.of(edit.permissions())));
		}
		return (edit.enabled() != null) ? edited.withState(edited.state().withEnabled(edit.enabled())) : edited;
	}

	private boolean losesPower(Account present, Account edited) {
		return !edited.state().enabled() || (administers(present) && !administers(edited));
	}

	private boolean administers(Account account) {
		return this.grants.received(account.user().permissions(), account.roles(), (dropped) -> {
		}).grants(PERMISSION);
	}

	private boolean isValid(AccountEdit edit) {
		List<String> roles = (edit.roles() != null) ? edit.roles() : List.of();
		List<String> permissions = (edit.permissions() != null) ? edit.permissions() : List.of();
		return roles.size() <= MAX_GRANTS && permissions.size() <= MAX_GRANTS
				&& roles.stream().allMatch(AccountAdministration::isRole)
				&& permissions.stream().allMatch((permission) -> this.grants.registry().problemOf(permission) == null);
	}

	private static boolean isRole(String role) {
		return !role.isBlank() && role.length() <= MAX_ROLE_LENGTH && AuthUser.isValidId(role) && role.indexOf(',') < 0;
	}

}
