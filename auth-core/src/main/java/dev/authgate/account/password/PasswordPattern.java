package dev.authgate.account.password;

import java.util.List;

/**
 * Finds passwords that somebody typed by running a finger along: the keyboard, the
 * alphabet, the digits, or one key again and again.
 */
final class PasswordPattern {

	private static final int FEWEST_DISTINCT = 5;

	// As many characters at least are typed by one run, on average.
	private static final int RUN_LENGTH = 4;

	private static final List<String> LINES = List.of("abcdefghijklmnopqrstuvwxyz", "0123456789", "90", "qwertyuiop",
			"asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz", "2wsx",
			"3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik", "9ol", "!@#$%^&*()");

	private PasswordPattern() {
	}

	static boolean isIn(String lowerCase) {
		int[] characters = lowerCase.codePoints().toArray();
		long distinct = lowerCase.codePoints().distinct().count();
		return distinct < FEWEST_DISTINCT || runs(characters) * RUN_LENGTH <= characters.length;
	}

	// A run goes on as long as each key lies next to the last one, or is the last one.
	private static int runs(int[] characters) {
		int runs = 1;
		for (int i = 1; i < characters.length; i++) {
			if (!areNeighbours(characters[i - 1], characters[i])) {
				runs++;
			}
		}
		return runs;
	}

	private static boolean areNeighbours(int one, int other) {
		return one == other
				|| LINES.stream().anyMatch((line) -> follows(line, one, other) || follows(line, other, one));
	}

	private static boolean follows(String line, int one, int other) {
		int at = line.indexOf(one);
		return at >= 0 && line.indexOf(other, at) == at + 1;
	}

}
