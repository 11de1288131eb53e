package dev.authgate;

import org.jspecify.annotations.Nullable;

/**
 * The {@code WWW-Authenticate} challenge of an authentication scheme (RFC 9110 section
 * 11.6.1).
 *
 * @param scheme the scheme, for example {@code Bearer}
 * @param realm the protection space, if one is named
 * @param charset the encoding that credentials are expected in, if the scheme names one
 * (RFC 7617 section 2.1)
 */
public record Challenge(String scheme, @Nullable String realm, @Nullable String charset) {

	private static final String BEARER = "Bearer";

	/**
	 * Checks that all parts can stand in a header unescaped.
	 * @throws IllegalArgumentException if they cannot
	 */
	public Challenge {
		if (scheme.isEmpty() || !scheme.chars().allMatch((c) -> c > ' ' && c <= '~' && c != '"')) {
			throw new IllegalArgumentException("A scheme is a token of visible ASCII characters");
		}
		requireQuotable("A realm", realm);
		requireQuotable("A charset", charset);
	}

	/**
	 * Makes a challenge that names no encoding.
	 * @param scheme the scheme
	 * @param realm the protection space, if one is named
	 * @throws IllegalArgumentException if they cannot stand in a header unescaped
	 */
	public Challenge(String scheme, @Nullable String realm) {
		this(scheme, realm, null);
	}

	/**
	 * Makes the challenge for bearer tokens (RFC 6750 section 3) without a realm.
	 * @return the challenge
	 */
	public static Challenge bearer() {
		return bearer(null);
	}

	/**
	 * Makes the challenge for bearer tokens (RFC 6750 section 3).
	 * @param realm the protection space, if one is named
	 * @return the challenge
	 * @throws IllegalArgumentException if the realm cannot stand in a header unescaped
	 */
	public static Challenge bearer(@Nullable String realm) {
		return new Challenge(BEARER, realm);
	}

	/**
	 * Makes the challenge for user names and passwords in UTF-8 (RFC 7617 section 2).
	 * @param realm the protection space, which that scheme requires
	 * @return the challenge
	 * @throws IllegalArgumentException if the realm cannot stand in a header unescaped
	 */
	public static Challenge basic(String realm) {
		return new Challenge("Basic", realm, "UTF-8");
	}

	/**
	 * Tells whether the scheme is that of RFC 6750, whose challenges carry error codes.
	 * @return {@code true} for {@code Bearer}
	 */
	public boolean isBearer() {
		return BEARER.equalsIgnoreCase(this.scheme);
	}

	/**
	 * Writes the header's value.
	 * @return the scheme and, if there are any, the realm and the charset
	 */
	public String header() {
		String header = this.scheme;
		if (this.realm != null) {
			header += " realm=\"" + this.realm + "\"";
		}
		if (this.charset != null) {
			header += ((this.realm == null) ? " " : ", ") + "charset=\"" + this.charset + "\"";
		}
		return header;
	}

	/**
	 * Writes the header's value with attributes of the scheme.
	 * @param attributes the attributes as they are to stand there
	 * @return the scheme, the realm and the charset if there are any, and the attributes
	 */
	public String header(String attributes) {
		return header() + ((this.realm == null && this.charset == null) ? " " : ", ") + attributes;
	}

	private static void requireQuotable(String what, @Nullable String text) {
		if (text != null && !text.chars().allMatch((c) -> c >= ' ' && c <= '~' && c != '"' && c != '\\')) {
			throw new IllegalArgumentException(what + " has printable ASCII characters but no quote and no backslash");
		}
	}

}
