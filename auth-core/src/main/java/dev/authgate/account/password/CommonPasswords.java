package dev.authgate.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows the words and numbers that attackers try first, also with the usual tricks played
 * on them: letters replaced by digits, something put before or behind, several in a row.
 */
final class CommonPasswords {

	private static final String LIST = "common-passwords.txt";

	private static final String DISGUISED = "@4831!05$7+";

	private static final String MEANT = "aabeiiosstt";

	// A date and a sign, say: with more beside it, a word is no longer what protects.
	private static final int MOST_BESIDE_WORDS = 11;

	private static final int LONGEST_WORD = 40;

	private CommonPasswords() {
	}

	static boolean contain(String lowerCase) {
		return isMadeOfWords(lowerCase) || isWordsAndMore(lowerCase) || isWordsAndMore(undisguised(lowerCase))
				|| isWordsAndMore(undisguisedWithin(lowerCase));
	}

	private static boolean isWordsAndMore(String text) {
		String letters = lettersOf(text);
		return text.length() - letters.length() <= MOST_BESIDE_WORDS && isMadeOfWords(letters);
	}

	// One word or two in a row, once or again and again.
	private static boolean isMadeOfWords(String text) {
		String unit = unitOf(text);
		int longestCut = (unit.length() <= 2 * LONGEST_WORD) ? unit.length() : 0;
		for (int cut = 1; cut < longestCut; cut++) {
			if (isKnown(unit.substring(0, cut)) && isKnown(unit.substring(cut))) {
				return true;
			}
		}
		return isKnown(unit);
	}

	private static boolean isKnown(String word) {
		return Holder.WORDS.contains(word);
	}

	private static String unitOf(String text) {
		int longest = Math.min(text.length() / 2, LONGEST_WORD);
		for (int length = 1; length <= longest; length++) {
			String unit = text.substring(0, length);
			if (text.length() % length == 0 && unit.repeat(text.length() / length).equals(text)) {
				return unit;
			}
		}
		return text;
	}

	private static String lettersOf(String text) {
		return text.codePoints()
			.filter(Character::isLetter)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	// Digits and signs at the ends stand for themselves more often than for letters.
	private static String undisguisedWithin(String text) {
		int begin = 0;
		int end = text.length();
		while (begin < end && !Character.isLetter(text.charAt(begin))) {
			begin++;
		}
		while (end > begin && !Character.isLetter(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(0, begin) + undisguised(text.substring(begin, end)) + text.substring(end);
	}

	private static String undisguised(String text) {
		StringBuilder meant = new StringBuilder(text);
		for (int i = 0; i < text.length(); i++) {
			int trick = DISGUISED.indexOf(text.charAt(i));
			if (trick >= 0) {
				meant.setCharAt(i, MEANT.charAt(trick));
			}
		}
		return meant.toString();
	}

	/**
	 * Reads the list when it is first needed.
	 */
	private static final class Holder {

		private static final Set<String> WORDS = read();

		private static Set<String> read() {
			try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST)) {
				if (list == null) {
					throw new IllegalStateException("The list " + LIST + " is missing");
				}
				return new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII)).lines()
					.filter((line) -> !line.startsWith("#"))
					.collect(Collectors.toUnmodifiableSet());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
