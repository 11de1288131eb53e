package dev.authgate;

/**
 * A refusal with a status and a message of the application's own.
 * <p>
 * Thrown anywhere in a handler, a bean or an authenticator it is answered in the same
 * form as every other refusal. The message is sent to the caller.
 */
public final class AuthException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final String DEFAULT_MESSAGE = "Unauthorized";

	private final int status;

	/**
	 * Refuses with 401 and the message {@code Unauthorized}.
	 */
	public AuthException() {
		this(DEFAULT_MESSAGE, 401);
	}

	/**
	 * Refuses with 401.
	 * @param message the message for the caller
	 */
	public AuthException(String message) {
		this(message, 401);
	}

	/**
	 * Refuses with a status.
	 * @param message the message for the caller
	 * @param status the HTTP status, 400 to 599
	 * @throws IllegalArgumentException for any other status
	 */
	public AuthException(String message, int status) {
		super(message);
		if (status < 400 || status > 599) {
			throw new IllegalArgumentException("A refusal has a status from 400 to 599, not " + status);
		}
		this.status = status;
	}

	/**
	 * Refuses a known caller with 403.
	 * @param message the message for the caller
	 * @return the exception, to be thrown
	 */
	public static AuthException forbidden(String message) {
		return new AuthException(message, 403);
	}

	/**
	 * Gives the status to answer with.
	 * @return the HTTP status
	 */
	public int status() {
		return this.status;
	}

	@Override
	public String getMessage() {
		String message = super.getMessage();
		return (message != null) ? message : DEFAULT_MESSAGE;
	}

}
