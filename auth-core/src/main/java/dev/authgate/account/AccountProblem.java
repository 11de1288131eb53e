package dev.authgate.account;

/**
 * Why something was not done with an account.
 */
public enum AccountProblem {

	/** The user name cannot be one. */
	INVALID_NAME,
	/** The e-mail address cannot be one, or is missing. */
	INVALID_EMAIL,
	/** The data are more than is kept, or no JSON. */
	INVALID_DATA,
	/** A role or permission cannot be one, or is not known. */
	INVALID_GRANT,
	/** Another account has the user name. */
	NAME_TAKEN,
	/** Another account has the e-mail address. */
	EMAIL_TAKEN,
	/** The new password is not good enough. */
	WEAK_PASSWORD,
	/** The present password is another one. */
	WRONG_PASSWORD,
	/** The token is unknown, used up, expired or void. */
	INVALID_TOKEN,
	/** Administrators do not take away their own right to administer. */
	OWN_ACCOUNT,
	/** The account was changed again and again meanwhile. */
	STALE,
	/** There is no such account. */
	GONE

}
