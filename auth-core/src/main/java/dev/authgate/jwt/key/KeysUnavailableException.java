package dev.authgate.jwt.key;

/**
 * Says that the keys of an issuer are not known now, so that no token of it can be
 * judged.
 * <p>
 * It has no stack trace: during an outage each request throws one.
 */
public final class KeysUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Makes the exception.
	 * @param message whose keys are missing, and why
	 */
	public KeysUnavailableException(String message) {
		super(message, null, false, false);
	}

}
