package dev.authgate.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a person is found by.
 * <p>
 * Two names are the same if they differ only in case or in the way their letters are
 * composed, whatever the language of the machine. Immutable.
 *
 * @param username the name that is typed at login
 * @param email the e-mail address, if there is one
 */
public record AccountName(String username, @Nullable String email) {

	/** The most characters of a user name, and of its canonical form. */
	public static final int MAX_USERNAME_LENGTH = 128;

	/** The most characters of an e-mail address (RFC 5321 section 4.5.3.1.3). */
	public static final int MAX_EMAIL_LENGTH = 254;

	// Letters and marks that are drawn as nothing: two names would look like one.
	private static final List<Range> IGNORABLE = List.of(new Range(0x034f, 0x034f), new Range(0x115f, 0x1160),
			new Range(0x17b4, 0x17b5), new Range(0x180b, 0x180f), new Range(0x2800, 0x2800), new Range(0x3164, 0x3164),
			new Range(0xfe00, 0xfe0f), new Range(0xffa0, 0xffa0), new Range(0xe0100, 0xe01ef));

	private static final String ADDRESS_SYNTAX = "@,;:<>()[]\\\"";

	/**
	 * Checks both.
	 * @throws IllegalArgumentException if one of them cannot be a name
	 */
	public AccountName {
		if (!isUsername(username)) {
			throw new IllegalArgumentException("A user name has from 1 to " + MAX_USERNAME_LENGTH
					+ " characters, none of them invisible, and no blank at its ends");
		}
		if (email != null && !isEmail(email)) {
			throw new IllegalArgumentException(
					"An e-mail address has one at sign between two parts, no blanks and no brackets");
		}
	}

	/**
	 * Makes a name without an e-mail address.
	 * @param username the name that is typed at login
	 * @return the name
	 * @throws IllegalArgumentException if it cannot be a name
	 */
	public static AccountName of(String username) {
		return new AccountName(username, null);
	}

	/**
	 * Tells whether a text can be a user name.
	 * @param text any text
	 * @return {@code true} if it has a bounded length, no control or format characters,
	 * which would make two names look like one, and no blank at its ends
	 */
	public static boolean isUsername(String text) {
		return isVisible(text, MAX_USERNAME_LENGTH) && !isBlank(text.codePointAt(0))
				&& !isBlank(text.codePointBefore(text.length()));
	}

	/**
	 * Tells whether a text can be an e-mail address.
	 * @param text any text
	 * @return {@code true} if something stands before and behind the one at sign, and
	 * nowhere a blank, an invisible character or one that would make a message go to
	 * others as well; the part before the sign may be quoted, and then have more of such
	 * signs. Whether messages arrive is another question
	 */
	public static boolean isEmail(String text) {
		int at = text.lastIndexOf('@');
		if (at < 1 || at == text.length() - 1 || !isVisible(text, MAX_EMAIL_LENGTH)
				|| text.codePoints().anyMatch(AccountName::isBlank)) {
			return false;
		}
		return isPlain(unquoted(text.substring(0, at))) && isPlain(text.substring(at + 1));
	}

	private static boolean isPlain(String part) {
		return part.chars().noneMatch((c) -> ADDRESS_SYNTAX.indexOf(c) >= 0);
	}

	private static String unquoted(String local) {
		boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
		return quoted ? local.substring(1, local.length() - 1).replace("@", "") : local;
	}

	/**
	 * Gives the form in which two names are compared. That of a canonical form is itself.
	 * @param name a user name or an e-mail address
	 * @return its canonical form
	 */
	public static String canonical(String name) {
		String composed = Normalizer.normalize(name, Form.NFKC);
		// Letters such as the long s have the same upper case as others, and the upper
		// case sharp s has another one only after it was made a small letter.
		String folded = composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
		return Normalizer.normalize(folded, Form.NFKC);
	}

	/**
	 * Gives the form in which user names are compared.
	 * @return the canonical user name
	 */
	public String usernameKey() {
		return canonical(this.username);
	}

	/**
	 * Gives the form in which e-mail addresses are compared.
	 * @return the canonical e-mail address, {@code null} if there is none
	 */
	public @Nullable String emailKey() {
		return (this.email != null) ? canonical(this.email) : null;
	}

	/**
	 * Gives what a password must not hold.
	 * @return the user name, and the e-mail address if there is one
	 */
	public List<String> texts() {
		return (this.email != null) ? List.of(this.username, this.email) : List.of(this.username);
	}

	/**
	 * Makes the same name with another e-mail address.
	 * @param other the address to have instead, {@code null} for none
	 * @return the name
	 * @throws IllegalArgumentException if it cannot be an address
	 */
	public AccountName withEmail(@Nullable String other) {
		return new AccountName(this.username, other);
	}

	// The canonical form may be longer: one sign can stand for a whole word.
	private static boolean isVisible(String text, int maxLength) {
		return !text.isEmpty() && text.length() <= maxLength && text.codePoints().allMatch(AccountName::isVisible)
				&& canonical(text).length() <= maxLength;
	}

	private static boolean isVisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> IGNORABLE.stream().noneMatch((range) -> range.holds(codePoint));
		};
	}

	private static boolean isBlank(int codePoint) {
		return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint);
	}

	/**
	 * Characters that follow one another.
	 */
	private record Range(int first, int last) {

		boolean holds(int codePoint) {
			return this.first <= codePoint && codePoint <= this.last;
		}

	}

}
