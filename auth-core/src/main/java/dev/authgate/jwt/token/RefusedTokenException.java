package dev.authgate.jwt.token;

import dev.authgate.RejectionReason;

/**
 * Ends the reading of a bad token.
 * <p>
 * It has no stack trace: a flood of bad tokens must not cost more than good ones.
 */
public final class RefusedTokenException extends Exception {

	private static final long serialVersionUID = 1L;

	private final RejectionReason reason;

	/**
	 * Makes the refusal.
	 * @param reason why the token is refused
	 */
	public RefusedTokenException(RejectionReason reason) {
		super(null, null, false, false);
		this.reason = reason;
	}

	/**
	 * Gives the reason.
	 * @return why the token is refused
	 */
	public RejectionReason reason() {
		return this.reason;
	}

}
