package dev.authgate.spring.web.refusal;

/**
 * Ends the handling of a request with a refusal of the catalogue.
 */
public final class RefusalException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Refusal refusal;

	/**
	 * Refuses.
	 * @param refusal the answer
	 */
	public RefusalException(Refusal refusal) {
		super(refusal.code().code(), null, false, false);
		this.refusal = refusal;
	}

	/**
	 * Refuses as the catalogue says, without asking for credentials.
	 * @param code the entry of the catalogue
	 * @return the exception, to be thrown
	 */
	public static RefusalException of(ErrorCode code) {
		return new RefusalException(Refusal.of(code));
	}

	/**
	 * Refuses what cannot be read.
	 * @return the exception, to be thrown
	 */
	public static RefusalException badRequest() {
		return of(ErrorCode.BAD_REQUEST);
	}

	public Refusal refusal() {
		return this.refusal;
	}

}
