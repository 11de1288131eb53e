package dev.authgate.account.token;

/**
 * What a token may be used for.
 */
public enum TokenPurpose {

	/** To set another password. */
	RESET_PASSWORD,
	/** To prove an e-mail address. */
	VERIFY_EMAIL

}
