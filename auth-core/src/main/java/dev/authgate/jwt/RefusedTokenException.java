package dev.authgate.jwt;

import dev.authgate.RejectionReason;

/**
 * Ends the reading of a bad token.
 * <p>
 * It has no stack trace: a flood of bad tokens must not cost more than good ones.
 */
final class RefusedTokenException extends Exception {

	private static final long serialVersionUID = 1L;

	private final RejectionReason reason;

	RefusedTokenException(RejectionReason reason) {
		super(null, null, false, false);
		this.reason = reason;
	}

	RejectionReason reason() {
		return this.reason;
	}

}
