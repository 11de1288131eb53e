package dev.authgate.spring.guard.model;

/**
 * Who is let through a guard, from the most open to the strictest.
 */
public enum Access {

	/** Everybody; credentials are not even read. */
	PUBLIC,
	/** Callers with good credentials, and callers without any. */
	OPTIONAL,
	/** Callers with good credentials. */
	REQUIRED,
	/** Nobody. */
	DENIED;

	public Access strictest(Access other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
