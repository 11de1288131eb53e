package dev.authgate;

/**
 * The right to do one kind of action to one kind of resource, written
 * {@code resource:action}.
 * <p>
 * Either side, or both, may be the wildcard {@code *} in a permission that is granted;
 * one that is required is concrete. The characters are those of an OAuth 2.0 scope token
 * (RFC 6749 section 3.3) without the comma, so that a permission travels unescaped in
 * challenges, claims and lists. Immutable; compared by its text.
 */
public final class Permission implements Comparable<Permission> {

	private static final String WILDCARD = "*";

	private final String value;

	private final String resource;

	private final String action;

	private Permission(String value, int colon) {
		this.value = value;
		this.resource = value.substring(0, colon);
		this.action = value.substring(colon + 1);
	}

	/**
	 * Reads a permission.
	 * @param text the permission as {@code resource:action}
	 * @return the permission
	 * @throws IllegalArgumentException if the text has no or several colons, an empty
	 * side, a wildcard that is only part of a side, or a character that is not allowed
	 */
	public static Permission of(String text) {
		requireValid(text);
		return new Permission(text, text.indexOf(':'));
	}

	/**
	 * Tells whether {@link #of(String)} would take the text.
	 * @param text any text
	 * @return {@code true} if it is a well-formed permission
	 */
	public static boolean isValid(String text) {
		int colon = text.indexOf(':');
		return colon > 0 && colon < text.length() - 1 && isValidSide(text, 0, colon)
				&& isValidSide(text, colon + 1, text.length());
	}

	/**
	 * Gives the side before the colon.
	 * @return the resource, or {@code *}
	 */
	public String resource() {
		return this.resource;
	}

	/**
	 * Gives the side after the colon.
	 * @return the action, or {@code *}
	 */
	public String action() {
		return this.action;
	}

	/**
	 * Tells whether the permission stands for others as well.
	 * @return {@code true} if a side is {@code *}
	 */
	public boolean isWildcard() {
		return WILDCARD.equals(this.resource) || WILDCARD.equals(this.action);
	}

	/**
	 * Tells whether holding this permission is enough where the other is required.
	 * @param required the permission asked for
	 * @return {@code true} if each side is equal or a wildcard here
	 */
	public boolean implies(Permission required) {
		return (WILDCARD.equals(this.resource) || this.resource.equals(required.resource))
				&& (WILDCARD.equals(this.action) || this.action.equals(required.action));
	}

	@Override
	public int compareTo(Permission other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Permission permission && this.value.equals(permission.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return this.value;
	}

	static void requireValid(String text) {
		if (!isValid(text)) {
			throw new IllegalArgumentException(formatProblemOf(text));
		}
	}

	static String formatProblemOf(String text) {
		return "Invalid permission format: '" + Printable.of(text) + "'. Expected <resource>:<action>";
	}

	private static boolean isValidSide(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			boolean partOfWildcard = c == '*' && to - from > 1;
			if (c <= ' ' || c > '~' || c == '"' || c == '\\' || c == ',' || c == ':' || partOfWildcard) {
				return false;
			}
		}
		return true;
	}

}
