package dev.authgate.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
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
			throw new IllegalArgumentException("An e-mail address has an at sign between two parts, and no blanks");
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
	 * @return {@code true} if something stands before and behind the last at sign, and no
	 * blank or invisible character anywhere; whether messages arrive is another question
	 */
	public static boolean isEmail(String text) {
		int at = text.lastIndexOf('@');
		return at > 0 && at < text.length() - 1 && isVisible(text, MAX_EMAIL_LENGTH)
				&& text.codePoints().noneMatch(AccountName::isBlank);
	}

	/**
	 * Gives the form in which two names are compared.
	 * @param name a user name or an e-mail address
	 * @return its canonical form
	 */
	public static String canonical(String name) {
		String composed = Normalizer.normalize(name, Form.NFKC);
		// Upper, then lower: letters such as the long s have the same upper case as
		// others.
		String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
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
			default -> true;
		};
	}

	private static boolean isBlank(int codePoint) {
		return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint);
	}

}
