package dev.authgate.revocation;

/**
 * What a revocation makes void.
 */
public enum RevocationKind {

	/** One token. */
	TOKEN,
	/** All that was issued for one session. */
	SESSION,
	/** All that was issued to one user before the revocation. */
	USER

}
