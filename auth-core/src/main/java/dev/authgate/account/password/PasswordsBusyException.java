package dev.authgate.account.password;

/**
 * Says that too many passwords are being judged already; to be answered with 503.
 */
public final class PasswordsBusyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PasswordsBusyException() {
		super("Too many passwords are being judged at once");
	}

}
