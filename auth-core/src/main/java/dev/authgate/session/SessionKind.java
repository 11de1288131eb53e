package dev.authgate.session;

/**
 * What continues a session.
 */
public enum SessionKind {

	/** A browser, by a cookie. */
	BROWSER,
	/** A client, by refresh tokens. */
	CLIENT

}
