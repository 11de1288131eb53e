package dev.authgate.jwt.remote;

/**
 * Says why keys could not be fetched, in words for who operates the application.
 * <p>
 * Nothing of an answer is quoted: it may come from anybody.
 */
final class FetchException extends Exception {

	private static final long serialVersionUID = 1L;

	FetchException(String problem) {
		super(problem, null, false, false);
	}

	String problem() {
		String message = getMessage();
		return (message != null) ? message : "failed";
	}

}
