package dev.authgate.account;

import dev.authgate.account.AccountRepository.Outcome;
import dev.authgate.account.password.PasswordProblem;
import org.jspecify.annotations.Nullable;

/**
 * What became of something that was to be done with an account.
 */
public sealed interface AccountResult {

	/**
	 * Says that it was not done.
	 * @param problem why
	 * @return the result
	 */
	static AccountResult refused(AccountProblem problem) {
		return new Refused(problem, null);
	}

	/**
	 * Says that a password is not good enough.
	 * @param problem why
	 * @return the result
	 */
	static AccountResult refused(PasswordProblem problem) {
		return new Refused(AccountProblem.WEAK_PASSWORD, problem);
	}

	/**
	 * Says that the repository did not do it.
	 * @param outcome why, anything but {@link Outcome#DONE}
	 * @return the result
	 */
	static AccountResult refused(Outcome outcome) {
		return refused(switch (outcome) {
			case NAME_TAKEN -> AccountProblem.NAME_TAKEN;
			case EMAIL_TAKEN -> AccountProblem.EMAIL_TAKEN;
			case STALE -> AccountProblem.STALE;
			case GONE -> AccountProblem.GONE;
			case DONE -> throw new IllegalArgumentException("What was done was not refused");
		});
	}

	/**
	 * It was done.
	 *
	 * @param account the account as it is now, or as it was before it was removed
	 */
	record Done(Account account) implements AccountResult {
	}

	/**
	 * It was not done, and nothing has changed.
	 *
	 * @param problem why
	 * @param password what is wrong with the password, if that is the problem
	 */
	record Refused(AccountProblem problem, @Nullable PasswordProblem password) implements AccountResult {
	}

}
