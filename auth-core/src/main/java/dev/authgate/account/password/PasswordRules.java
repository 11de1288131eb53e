package dev.authgate.account.password;

import java.util.Collection;
import java.util.Locale;

import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a password is good enough to be taken (NIST SP 800-63B section 3.1.1.2):
 * by its length, and by what attackers try first, not by kinds of characters.
 * <p>
 * Characters are counted as Unicode code points, as typed and in the normal form, and
 * both must be enough: one sign can stand for a whole word. Immutable and safe for use by
 * several threads.
 */
public final class PasswordRules {

	/** The fewest characters that may be required. */
	public static final int LOWEST_MIN_LENGTH = 8;

	/** The fewest characters unless others are required. */
	public static final int DEFAULT_MIN_LENGTH = 15;

	/** The most characters that a password may have. */
	public static final int MAX_LENGTH = 4096;

	// A shorter name is part of many a good password by chance.
	private static final int TELLING_NAME_LENGTH = 4;

	private final int minLength;

	private final BreachedPasswords breached;

	/**
	 * Makes the rules.
	 * @param minLength the fewest characters, {@link #LOWEST_MIN_LENGTH} to 64
	 * @param breached knows stolen passwords
	 * @throws IllegalArgumentException if the length is out of range
	 */
	public PasswordRules(int minLength, BreachedPasswords breached) {
		if (minLength < LOWEST_MIN_LENGTH || minLength > 64) {
			throw new IllegalArgumentException("The least length of a password is from 8 to 64");
		}
		this.minLength = minLength;
		this.breached = breached;
	}

	/**
	 * Gives the length that is required.
	 * @return the fewest characters of a password
	 */
	public int minLength() {
		return this.minLength;
	}

	/**
	 * Judges a password.
	 * @param password the password that somebody wants to have
	 * @param names what it must not hold: the user name, the e-mail address
	 * @return why it is not taken, or {@code null} if it is
	 */
	public @Nullable PasswordProblem problemOf(Secret password, Collection<String> names) {
		if (password.length() > MAX_LENGTH) {
			return PasswordProblem.TOO_LONG;
		}
		Secret normalized = NormalizedPasswordEncoding.normalized(password);
		String text = normalized.reveal();
		PasswordProblem problem = problemOfForm(text);
		if (problem == null && lengthOf(password.reveal()) < this.minLength) {
			problem = PasswordProblem.TOO_SHORT;
		}
		if (problem == null) {
			problem = problemOfContent(text.toLowerCase(Locale.ROOT), names);
		}
		return (problem == null && this.breached.contains(normalized)) ? PasswordProblem.BREACHED : problem;
	}

	private @Nullable PasswordProblem problemOfForm(String text) {
		if (text.codePoints().anyMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
			return PasswordProblem.MALFORMED;
		}
		int length = lengthOf(text);
		if (length > MAX_LENGTH) {
			return PasswordProblem.TOO_LONG;
		}
		return (length < this.minLength) ? PasswordProblem.TOO_SHORT : null;
	}

	private static int lengthOf(String text) {
		return text.codePointCount(0, text.length());
	}

	private static @Nullable PasswordProblem problemOfContent(String lowerCase, Collection<String> names) {
		if (names.stream().anyMatch((name) -> holds(lowerCase, name))) {
			return PasswordProblem.LIKE_NAME;
		}
		if (PasswordPattern.isIn(lowerCase)) {
			return PasswordProblem.PATTERN;
		}
		return CommonPasswords.contain(lowerCase) ? PasswordProblem.COMMON : null;
	}

	// Of an address, the part before the sign counts by itself.
	private static boolean holds(String lowerCase, String name) {
		String whole = NormalizedPasswordEncoding.normalized(Secret.of(name)).reveal().toLowerCase(Locale.ROOT);
		int at = whole.indexOf('@');
		String telling = (at > 0) ? whole.substring(0, at) : whole;
		return lowerCase.equals(whole)
				|| (telling.codePointCount(0, telling.length()) >= TELLING_NAME_LENGTH && lowerCase.contains(telling));
	}

}
