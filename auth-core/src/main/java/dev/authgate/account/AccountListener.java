package dev.authgate.account;

/**
 * Told of every change of an account once it is stored, on the thread that made it.
 * <p>
 * What was issued to the user before is ended here. One that cannot do so throws: whoever
 * made the change is then told of the failure and makes it again, which calls the
 * listener again, also where nothing is left to change.
 */
@FunctionalInterface
public interface AccountListener {

	/**
	 * Takes a change.
	 * @param change what was changed
	 */
	void changed(AccountChange change);

}
