package dev.authgate;

import org.jspecify.annotations.Nullable;

/**
 * The {@code WWW-Authenticate} challenge of an authentication scheme (RFC 9110 section
 * 11.6.1).
 *
 * @param scheme the scheme, for example {@code Bearer}
 * @param realm the protection space, if one is named
 */
public record Challenge(String scheme, @Nullable String realm) {

	private static final String BEARER = "Bearer";

	/**
	 * Checks that both parts can stand in a header unescaped.
	 * @throws IllegalArgumentException if they cannot
	 */
	public Challenge {
		if (scheme.isEmpty() || !scheme.chars().allMatch((c) -> c > ' ' && c <= '~' && c != '"')) {
			throw new IllegalArgumentException("A scheme is a token of visible ASCII characters");
		}
		if (realm != null && !realm.chars().allMatch((c) -> c >= ' ' && c <= '~' && c != '"' && c != '\\')) {
			throw new IllegalArgumentException("A realm has printable ASCII characters but no quote and no backslash");
		}
	}

	/**
	 * Makes the challenge for bearer tokens (RFC 6750 section 3) without a realm.
	 * @return the challenge
	 */
	public static Challenge bearer() {
		return new Challenge(BEARER, null);
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
	 * @return the scheme and, if there is one, the realm
	 */
	public String header() {
		return (this.realm == null) ? this.scheme : this.scheme + " realm=\"" + this.realm + "\"";
	}

	/**
	 * Writes the header's value with attributes of the scheme.
	 * @param attributes the attributes as they are to stand there
	 * @return the scheme, the realm if there is one, and the attributes
	 */
	public String header(String attributes) {
		return header() + ((this.realm == null) ? " " : ", ") + attributes;
	}

}
