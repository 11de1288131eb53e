package dev.authgate.spring.web.refusal;

/**
 * The closed catalogue of refusals: what callers are told, and nothing more.
 */
public enum ErrorCode {

	/** No credentials were sent. */
	MISSING_CREDENTIALS("missing_credentials", 401, "Credentials are required.", ""),
	/** The credentials are not in the accepted form. */
	MALFORMED_CREDENTIALS("malformed_credentials", 401, "The credentials are malformed.", "invalid_request"),
	/** The credentials are wrong, whatever exactly is wrong with them. */
	INVALID_CREDENTIALS("invalid_credentials", 401, "The credentials are invalid or expired.", "invalid_token"),
	/** Nobody, or not this caller, is let through. */
	ACCESS_DENIED("access_denied", 403, "Access is denied.", ""),
	/** The caller lacks permissions or a role. */
	INSUFFICIENT_PERMISSIONS("insufficient_permissions", 403, "Insufficient permissions.", "insufficient_scope"),
	/** A browser may have sent the request for another site. */
	CSRF("csrf", 403, "The request could be forged by another site.", ""),
	/** Too many attempts were made. */
	TOO_MANY_REQUESTS("too_many_requests", 429, "Too many attempts.", ""),
	/** Credentials cannot be judged now. */
	UNAVAILABLE("unavailable", 503, "Authentication is temporarily unavailable.", ""),
	/** The request could not be read. */
	BAD_REQUEST("bad_request", 400, "The request is malformed.", ""),
	/** The new password is not good enough. */
	WEAK_PASSWORD("weak_password", 400, "The password is not good enough.", ""),
	/** What the request is about does not exist, or not for this caller. */
	NOT_FOUND("not_found", 404, "There is no such thing.", ""),
	/** What is asked for contradicts what is there. */
	CONFLICT("conflict", 409, "The request contradicts what is there.", "");

	private final String code;

	private final int status;

	private final String detail;

	private final String bearerError;

	ErrorCode(String code, int status, String detail, String bearerError) {
		this.code = code;
		this.status = status;
		this.detail = detail;
		this.bearerError = bearerError;
	}

	/**
	 * Gives the code.
	 * @return the value of the member {@code code}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Gives the HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Gives the text for people.
	 * @return the value of the member {@code detail}
	 */
	public String detail() {
		return this.detail;
	}

	/**
	 * Gives the error code of RFC 6750 section 3.1.
	 * @return the error code, empty if there is none
	 */
	public String bearerError() {
		return this.bearerError;
	}

}
