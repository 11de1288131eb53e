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

	public Refusal refusal() {
		return this.refusal;
	}

}
