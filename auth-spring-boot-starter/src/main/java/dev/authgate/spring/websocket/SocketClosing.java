package dev.authgate.spring.websocket;

/**
 * Why an open socket is closed, as its client is told (RFC 6455 section 7.4).
 */
public enum SocketClosing {

	/** The credential has expired. */
	EXPIRED(1008, "expired"),
	/** The credential was revoked, or its user is no longer let in. */
	REVOKED(1008, "revoked"),
	/** The permission that the socket needs was withdrawn. */
	INSUFFICIENT_PERMISSIONS(1008, "insufficient_permissions"),
	/** A message was refused, and sockets of refused messages are closed. */
	MESSAGE_REFUSED(1008, "access_denied"),
	/** The user has too many sockets open. */
	TOO_MANY(1008, "too_many_requests"),
	/** Whether the credential is still good cannot be told now. */
	UNAVAILABLE(1013, "unavailable");

	private final int code;

	private final String reason;

	SocketClosing(int code, String reason) {
		this.code = code;
		this.reason = reason;
	}

	/**
	 * Gives the code of the close frame.
	 * @return 1008 for a violation of the rules, and other codes for what is none
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Gives the reason in the close frame.
	 * @return a word for programs
	 */
	public String reason() {
		return this.reason;
	}

}
