package dev.authgate;

import java.util.List;

/**
 * The {@code Authorization} header of a request, parsed in the one form that is accepted.
 * <p>
 * Exactly one header; a scheme; one or more spaces, no tab; then one run of visible ASCII
 * characters (RFC 9110 section 11.4 leaves more room, which only helps to smuggle
 * credentials past another reader of the same request).
 */
public sealed interface AuthorizationHeader {

	/** The most characters that a header may have. */
	int MAX_LENGTH = 8192;

	/**
	 * Parses the header.
	 * @param values all values of that header in the request
	 * @return what it says
	 */
	static AuthorizationHeader parse(List<String> values) {
		if (values.isEmpty()) {
			return Absent.INSTANCE;
		}
		return (values.size() == 1 && values.get(0).length() <= MAX_LENGTH) ? parse(values.get(0)) : Malformed.INSTANCE;
	}

	private static AuthorizationHeader parse(String value) {
		int schemeEnd = endOfVisible(value, 0);
		int start = schemeEnd;
		while (start < value.length() && value.charAt(start) == ' ') {
			start++;
		}
		if (schemeEnd == 0 || start == schemeEnd || start == value.length()
				|| endOfVisible(value, start) != value.length()) {
			return Malformed.INSTANCE;
		}
		return new Present(value.substring(0, schemeEnd), value.substring(start));
	}

	private static int endOfVisible(String value, int from) {
		int end = from;
		while (end < value.length() && value.charAt(end) > ' ' && value.charAt(end) <= '~') {
			end++;
		}
		return end;
	}

	/**
	 * The request has no such header.
	 */
	record Absent() implements AuthorizationHeader {

		private static final Absent INSTANCE = new Absent();

	}

	/**
	 * The request has several such headers, or one in another form.
	 */
	record Malformed() implements AuthorizationHeader {

		private static final Malformed INSTANCE = new Malformed();

	}

	/**
	 * The request has one well-formed header.
	 *
	 * @param scheme the scheme as it was sent
	 * @param credentials what follows the scheme
	 */
	record Present(String scheme, String credentials) implements AuthorizationHeader {

		/**
		 * Compares the scheme, whose case does not matter (RFC 9110 section 11.1).
		 * @param other the name of a scheme
		 * @return {@code true} if it is this one
		 */
		public boolean isScheme(String other) {
			return this.scheme.equalsIgnoreCase(other);
		}

		@Override
		public String toString() {
			return "Present[scheme=" + this.scheme + "]";
		}

	}

}
