package dev.authgate.sample.account;

import dev.authgate.account.AccountResult.Refused;

/**
 * What people are told where something was not done with an account.
 */
final class ProblemTexts {

	private ProblemTexts() {
	}

	static String of(Refused refused) {
		return switch (refused.problem()) {
			case INVALID_NAME -> "Choose a name of letters and digits.";
			case NAME_TAKEN -> "This name is taken.";
			case WRONG_PASSWORD -> "The current password is another one.";
			case WEAK_PASSWORD -> weakness(refused);
			case STALE -> "The account was changed at the same time. Try again.";
			default -> "This cannot be done now.";
		};
	}

	private static String weakness(Refused refused) {
		if (refused.password() == null) {
			return "Choose another password.";
		}
		return switch (refused.password()) {
			case TOO_SHORT -> "The password needs at least 15 characters.";
			case TOO_LONG -> "The password is too long.";
			case MALFORMED -> "The password has a character that is none.";
			case COMMON, PATTERN, BREACHED -> "The password is too easy to guess.";
			case LIKE_NAME -> "The password must not hold the name.";
		};
	}

}
