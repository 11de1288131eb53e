package dev.authgate;

/**
 * What can happen to a token or session, for audit.
 */
public enum TokenAction {

	/** It was issued. */
	ISSUED,
	/** A refresh token was exchanged for the next. */
	REFRESHED,
	/** A refresh token was used a second time, and its session ended. */
	REUSED,
	/** It was taken back. */
	REVOKED,
	/** The session made room for a newer one of the same user. */
	DISPLACED

}
