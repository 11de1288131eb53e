package dev.authgate;

/**
 * What can happen to an account, for audit.
 */
public enum AccountAction {

	/** The account was made. */
	REGISTERED,
	/** The user proved its password or continued a remembered login. */
	LOGGED_IN,
	/** The user ended the session it used. */
	LOGGED_OUT,
	/** All sessions and tokens of the user were ended. */
	LOGGED_OUT_EVERYWHERE,
	/** Data of the user were changed. */
	UPDATED,
	/** Somebody tried to change what users may not change of themselves. */
	UPDATE_IGNORED,
	/** The roles or permissions of the user were changed. */
	GRANTS_CHANGED,
	/** The user may log in again. */
	ENABLED,
	/** The user may not log in any longer. */
	DISABLED,
	/** The account was removed. */
	DELETED,
	/** The user chose another password. */
	PASSWORD_CHANGED,
	/** The password was encoded anew, in the current encoding. */
	PASSWORD_UPGRADED,
	/** A message with a token to set another password was asked for. */
	RESET_REQUESTED,
	/** The password was set with such a token. */
	PASSWORD_RESET,
	/** A message with a token to prove an e-mail address was asked for. */
	VERIFICATION_REQUESTED,
	/** The e-mail address was proved. */
	VERIFIED

}
