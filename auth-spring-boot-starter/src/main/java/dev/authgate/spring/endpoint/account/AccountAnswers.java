package dev.authgate.spring.endpoint.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import dev.authgate.account.Account;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Done;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.password.PasswordProblem;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

/**
 * How what became of an account is answered over HTTP.
 */
final class AccountAnswers {

	private AccountAnswers() {
	}

	/**
	 * Gives the account of something that was done, and refuses where it was not.
	 */
	static Account done(AccountResult result) {
		if (result instanceof Done done) {
			return done.account();
		}
		throw new RefusalException((result instanceof Refused refused) ? refusal(refused) : bad(null));
	}

	/**
	 * Writes an account as JSON, without its password.
	 */
	static Map<String, Object> json(Account account) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", account.id());
		json.put("username", account.name().username());
		if (account.name().email() != null) {
			json.put("email", account.name().email());
		}
		json.put("data", account.user().data());
		json.put("roles", new TreeSet<>(account.roles()));
		json.put("permissions", account.user().permissions());
		json.put("enabled", account.state().enabled());
		json.put("verified", account.state().verified());
		return json;
	}

	private static Refusal refusal(Refused refused) {
		return switch (refused.problem()) {
			case NAME_TAKEN, EMAIL_TAKEN, STALE, OWN_ACCOUNT -> conflict(refused.problem());
			case WRONG_PASSWORD -> Refusal.of(ErrorCode.INVALID_CREDENTIALS);
			case GONE -> Refusal.of(ErrorCode.NOT_FOUND);
			case WEAK_PASSWORD -> Refusal.of(ErrorCode.WEAK_PASSWORD).saying(textOf(refused.password()));
			case INVALID_NAME -> bad("The user name cannot be one.");
			case INVALID_EMAIL -> bad("The e-mail address cannot be one.");
			case INVALID_TOKEN -> bad("The token is invalid or expired.");
			case INVALID_GRANT -> bad("A role or permission is not known.");
			case INVALID_DATA -> bad("The data are more than is kept.");
		};
	}

	private static Refusal conflict(AccountProblem problem) {
		return Refusal.of(ErrorCode.CONFLICT).saying(switch (problem) {
			case NAME_TAKEN -> "The user name is taken.";
			case EMAIL_TAKEN -> "The e-mail address is taken.";
			case OWN_ACCOUNT -> "Administrators do not take away their own right to administer.";
			default -> "Somebody else changed it at the same time.";
		});
	}

	private static String textOf(@Nullable PasswordProblem problem) {
		if (problem == null) {
			return ErrorCode.WEAK_PASSWORD.detail();
		}
		return switch (problem) {
			case TOO_SHORT -> "The password has too few characters.";
			case TOO_LONG -> "The password has too many characters.";
			case MALFORMED -> "The password has half of a character.";
			case COMMON -> "The password is one that attackers try first.";
			case PATTERN -> "The password is a run or a repetition.";
			case LIKE_NAME -> "The password holds the user name or the e-mail address.";
			case BREACHED -> "The password was stolen somewhere.";
		};
	}

	private static Refusal bad(@Nullable String text) {
		Refusal refusal = Refusal.of(ErrorCode.BAD_REQUEST);
		return (text != null) ? refusal.saying(text) : refusal;
	}

}
