package dev.authgate;

/**
 * The precise reason for which a credential was refused, for audit, metrics and the debug
 * log.
 * <p>
 * Callers are told no more than whether the credential was {@linkplain #malformed()
 * malformed} or invalid: what exactly was wrong with it helps an attacker most.
 */
public enum RejectionReason {

	/** The credential is not in the one accepted form. */
	MALFORMED(true),
	/** The {@code Authorization} header is in no form that the route accepts. */
	UNSUPPORTED_SCHEME(true),
	/** No such credential or user exists. */
	UNKNOWN(false),
	/** The user is known, the password is not the user's. */
	WRONG_PASSWORD(false),
	/** The signature does not verify. */
	BAD_SIGNATURE(false),
	/** The token names an algorithm other than its key's. */
	WRONG_ALGORITHM(false),
	/** The token names a type other than that of an access token. */
	WRONG_TYPE(false),
	/** The token's header asks for something that is never granted. */
	UNSUPPORTED_HEADER(false),
	/** The token names a key that is not known. */
	UNKNOWN_KEY_ID(false),
	/** The token was issued by somebody else. */
	WRONG_ISSUER(false),
	/** The token was issued for somebody else. */
	WRONG_AUDIENCE(false),
	/** A claim that must be there is missing or of the wrong type. */
	INVALID_CLAIMS(false),
	/** The claim with the user's id is missing, empty or no text. */
	MISSING_SUBJECT(false),
	/** The claim with the permissions must be there and is missing. */
	MISSING_PERMISSIONS(false),
	/** The claim with the permissions is in no form that permissions have. */
	MALFORMED_PERMISSIONS(false),
	/** The credential has expired. */
	EXPIRED(false),
	/** The credential is not valid yet. */
	NOT_YET_VALID(false),
	/** The credential was revoked. */
	REVOKED(false),
	/** The credential speaks for a user, and was not sent by a trusted proxy. */
	UNTRUSTED_PEER(false),
	/** The credential or its user is switched off. */
	DISABLED(false),
	/** There were too many attempts; the credential was not judged or the result kept. */
	THROTTLED(false),
	/** The authenticator knows the caller and does not let it in. */
	FORBIDDEN(false);

	private final boolean malformed;

	RejectionReason(boolean malformed) {
		this.malformed = malformed;
	}

	/**
	 * Tells whether the form of the credential was wrong, rather than its content.
	 * @return {@code true} if it could not be read
	 */
	public boolean malformed() {
		return this.malformed;
	}

}
