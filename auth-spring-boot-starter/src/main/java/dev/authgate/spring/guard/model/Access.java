package dev.authgate.spring.guard.model;

/**
 * Who is let through a guard, from the most open to the strictest.
 */
public enum Access {

	/** Everybody; credentials are not even read. */
	PUBLIC,
	/** Callers with good credentials; all others are anonymous. */
	OPTIONAL_LENIENT,
	/** Callers with good credentials, and callers without any. */
	OPTIONAL,
	/** Callers with good credentials. */
	REQUIRED,
	/** Nobody. */
	DENIED;

	/**
	 * Tells whether callers without credentials are let through.
	 * @return {@code true} if an anonymous caller is enough
	 */
	public boolean admitsAnonymous() {
		return compareTo(REQUIRED) < 0;
	}

	/**
	 * Chooses the stricter of two.
	 * @param other the other
	 * @return the one that lets fewer callers through
	 */
	public Access strictest(Access other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
