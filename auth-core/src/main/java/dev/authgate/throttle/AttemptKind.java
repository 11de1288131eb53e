package dev.authgate.throttle;

/**
 * What is attempted, each kind with limits of its own.
 */
public enum AttemptKind {

	/** A login with a user name and a password. */
	LOGIN,
	/** The exchange of a refresh token. */
	REFRESH,
	/** Taking a token back. */
	REVOKE,
	/** Asking for, or using, a token that sets another password or proves an address. */
	RESET,
	/** The registration of an account. */
	REGISTER,
	/** A request with an API key. */
	API_KEY,
	/** A request for a WebSocket. */
	HANDSHAKE

}
