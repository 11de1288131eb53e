package dev.authgate.spring;

/**
 * Stops the start of an application whose configuration cannot be run safely.
 * <p>
 * It has no cause and names no value of a secret: whatever it says is printed.
 */
public final class MisconfigurationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * Describes what is wrong.
	 * @param problem what is wrong, and where
	 * @param action what to type instead
	 */
	public MisconfigurationException(String problem, String action) {
		super(problem);
		this.action = action;
	}

	/**
	 * Gives the way out.
	 * @return what to type instead
	 */
	public String action() {
		return this.action;
	}

}
