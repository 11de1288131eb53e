package dev.authgate.revocation;

/**
 * It cannot be told now whether a credential was revoked, so that it must not be taken.
 */
public final class RevocationsUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RevocationsUnavailableException(String message) {
		super(message);
	}

}
