package dev.authgate.session;

/**
 * What continues a session.
 */
public enum SessionKind {

	/** A browser, by a cookie. */
	BROWSER,
	/** A client, by refresh tokens. */
	CLIENT,
	/** A browser, by a cookie that begins another session when one is gone. */
	REMEMBERED

}
