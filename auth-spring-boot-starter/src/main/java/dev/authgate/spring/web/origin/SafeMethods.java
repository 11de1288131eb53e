package dev.authgate.spring.web.origin;

import java.util.Set;

/**
 * The methods that change nothing (RFC 9110 section 9.2.1).
 */
public final class SafeMethods {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private SafeMethods() {
	}

	/**
	 * Tells whether a method is one of them.
	 * @param method the method as it was sent: another case is another method
	 * @return {@code true} if it changes nothing
	 */
	public static boolean contain(String method) {
		return METHODS.contains(method);
	}

}
