package dev.authgate.account.password;

/**
 * Says that an encoding does not take so long a password; whoever chose it is told so.
 */
public final class PasswordTooLongException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Makes the exception, which tells nothing of the password.
	 */
	public PasswordTooLongException() {
		super("The encoding does not take so long a password");
	}

}
