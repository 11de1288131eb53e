package dev.authgate.account;

/**
 * Told of every change of an account, on the thread that makes it.
 * <p>
 * What was issued to the user before is made void before the change is stored: if that
 * fails, nothing has changed and whoever makes the change can make it again. Listeners
 * are called in their order; implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface AccountListener {

	/**
	 * Prepares a change that {@linkplain AccountChange#endsCredentials() ends
	 * credentials}, before it is stored. What this throws prevents the change. It may be
	 * called more than once for one change, and the change may not come: somebody else
	 * may have changed the account meanwhile, or the repository may fail.
	 * @param planned what is about to be changed
	 */
	default void changing(AccountChange planned) {
	}

	/**
	 * Takes a change once it is stored. What this throws is told to whoever made the
	 * change after all other listeners were called; it takes nothing back. An account
	 * that is removed is disabled before, which is a change of its own and can be made
	 * again; once it is removed nothing can.
	 * @param change what was changed
	 */
	void changed(AccountChange change);

}
