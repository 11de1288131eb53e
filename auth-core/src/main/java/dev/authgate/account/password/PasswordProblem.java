package dev.authgate.account.password;

/**
 * Why a password is not good enough.
 */
public enum PasswordProblem {

	/** It has fewer characters than required. */
	TOO_SHORT,
	/** It has more characters than are ever compared. */
	TOO_LONG,
	/** It holds half of a surrogate pair, which is no character. */
	MALFORMED,
	/** It is what attackers try first, or made of that by a usual trick. */
	COMMON,
	/** It runs along the keyboard or the alphabet, or repeats itself. */
	PATTERN,
	/** It holds the user name or the e-mail address. */
	LIKE_NAME,
	/** It was stolen somewhere. */
	BREACHED

}
