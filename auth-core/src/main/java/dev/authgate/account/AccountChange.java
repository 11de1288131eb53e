package dev.authgate.account;

import dev.authgate.AccountAction;
import org.jspecify.annotations.Nullable;

/**
 * A change of an account that was made, or is about to be made.
 *
 * @param action what happened
 * @param before the account as it was, {@code null} for a new one
 * @param after the account as it is, {@code null} for one that was deleted
 * @param actor who did it
 */
public record AccountChange(AccountAction action, @Nullable Account before, @Nullable Account after, Actor actor) {

	/**
	 * Checks that there is an account.
	 * @throws IllegalArgumentException if it was neither before nor after
	 */
	public AccountChange {
		if (before == null && after == null) {
			throw new IllegalArgumentException("A change is of an account");
		}
	}

	/**
	 * Gives the id of the user whose account it is.
	 * @return the id of the user
	 */
	public String userId() {
		Account account = (this.after != null) ? this.after : this.before;
		if (account == null) {
			throw new IllegalStateException("Unreachable: checked when it was made");
		}
		return account.id();
	}

	/**
	 * Tells whether what was issued to the user before must be ended.
	 * @return {@code true} if the user may no longer do what it could do before, or is no
	 * longer known to be the one it was issued to
	 */
	public boolean endsCredentials() {
		return switch (this.action) {
			case DISABLED, DELETED, GRANTS_CHANGED, PASSWORD_CHANGED, PASSWORD_RESET, LOGGED_OUT_EVERYWHERE -> true;
			default -> false;
		};
	}

}
