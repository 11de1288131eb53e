package dev.authgate.account.password;

import java.util.List;

import dev.authgate.contract.HostileTexts;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Which passwords are good enough (F31, F33).
 */
class PasswordRulesTests {

	private final PasswordRules rules = new PasswordRules(15, (password) -> false);

	private final PasswordRules lenient = new PasswordRules(8, (password) -> false);

	@ParameterizedTest
	@ValueSource(strings = { "wrong horse battery staples", "the raven flew over 3 hills", "mK9vQ2xR7tLw4Zp",
			"\u00fcber den sieben bergen",
			"\u79c1\u306f\u732b\u304c\u597d\u304d\u3067\u3059\u304c\u72ac\u3082\u597d\u304d\u3067\u3059",
			"dragon 8843 1925 0021 7743", "one sentence that somebody can remember", "kurzer Satz mit 7 Worten" })
	void whenPasswordIsGoodThenTaken(String password) {
		assertThat(problem(password)).isNull();
	}

	@Test
	void whenPasswordIsShortThenRefusedByCodePoints() {
		assertThat(problem("mK9vQ2xR7tLw4Z")).isEqualTo(PasswordProblem.TOO_SHORT);
		assertThat(problem("\ud83d\ude00mK9vQ2xR7tLw4")).isEqualTo(PasswordProblem.TOO_SHORT);
		assertThat(problem("\ud83d\ude00mK9vQ2xR7tLw4Z")).isNull();
	}

	@Test
	void whenLetterIsComposedThenCountedOnce() {
		assertThat(problem("e\u0301K9vQ2xR7tLw4Z")).isEqualTo(PasswordProblem.TOO_SHORT);
	}

	@Test
	void whenOneSignStandsForManyLettersThenCountedOnce() {
		assertThat(problem("\ufdfa")).isEqualTo(PasswordProblem.TOO_SHORT);
		assertThat(problem("\ufdfamK9vQ2xR7tLw4")).isEqualTo(PasswordProblem.TOO_SHORT);
	}

	@Test
	void whenPasswordIsLongThenTakenUpToTheBound() {
		String unit = "mK9vQ2xR7tLw4Zp ";
		assertThat(problem((unit + "b3XcY8").repeat(3))).isNull();
		assertThat(problem(longText(PasswordRules.MAX_LENGTH))).isNull();
		assertThat(problem(longText(PasswordRules.MAX_LENGTH + 1))).isEqualTo(PasswordProblem.TOO_LONG);
		assertThat(problem("\ufdfa".repeat(1000))).isEqualTo(PasswordProblem.TOO_LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "Password1", "P@ssw0rd!", "passw0rd2024!!", "1234password", "iloveyou",
			"qwerty123", "letmein!", "welcome2026", "Dragon99", "sunshine1", "admin123!", "superman", "michael1987",
			"changeme", "footballfootball", "monkeydragon", "ilovemylife", "pa$$word", "trustno1" })
	void whenPasswordIsAmongTheFirstToTryThenRefused(String password) {
		assertThat(this.lenient.problemOf(Secret.of(password), List.of())).isIn(PasswordProblem.COMMON,
				PasswordProblem.PATTERN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "passwordpassword", "PasswordPassword1!", "Password12345!!!", "p4ssw0rdp4ssw0rd",
			"iloveyouiloveyou", "superman-batman-1", "thisismypassword1", "sunshine 31.12.1999",
			"correcthorsebatterystaple" })
	void whenLongPasswordIsMadeOfThoseThenRefused(String password) {
		assertThat(problem(password)).isEqualTo(PasswordProblem.COMMON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaaaaa", "abababababababab", "123456789012345", "012345678987654321",
			"qwertyuiopasdfgh", "qwertyuiop1234567890", "1qaz2wsx3edc4rfv", "abcdefghijklmnop", "zyxwvutsrqponmlk",
			"asdfghjklasdfghjkl", "qwertzuiopyxcvbnm", "aaaaabbbbbcccccddddd", "111112222233333444" })
	void whenFingerRanAlongThenRefused(String password) {
		assertThat(problem(password)).isEqualTo(PasswordProblem.PATTERN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "huginn flies at dawn 7", "at dawn HUGINN flies", "norse@example.com-x",
			"7 birds of norse", "my \uff48uginn at night" })
	void whenPasswordHoldsTheNameThenRefused(String password) {
		assertThat(this.rules.problemOf(Secret.of(password), List.of("Huginn", "norse@example.com")))
			.isEqualTo(PasswordProblem.LIKE_NAME);
	}

	@Test
	void whenNameIsShortThenOnlyTheWholeCounts() {
		assertThat(this.rules.problemOf(Secret.of("always at the sea side"), List.of("al"))).isNull();
	}

	@Test
	void whenHalfAPairThenRefused() {
		assertThat(problem("mK9vQ2xR7tLw4Zp\ud800")).isEqualTo(PasswordProblem.MALFORMED);
	}

	@Test
	void whenBreachedThenRefused() {
		PasswordRules breached = new PasswordRules(15, Secret.of("mK9vQ2xR7tLw4Zp")::equals);
		assertThat(breached.problemOf(Secret.of("mK9vQ2xR7tLw4Zp"), List.of())).isEqualTo(PasswordProblem.BREACHED);
		assertThat(breached.problemOf(Secret.of("nK9vQ2xR7tLw4Zp"), List.of())).isNull();
	}

	@Test
	void whenBreachesCannotBeAskedThenNotTaken() {
		PasswordRules failing = new PasswordRules(15, (password) -> {
			throw new IllegalStateException("unreachable");
		});
		assertThatIllegalStateException().isThrownBy(() -> failing.problemOf(Secret.of("mK9vQ2xR7tLw4Zp"), List.of()));
	}

	/** K18. */
	@Test
	void whenTextIsHostileThenJudgedWithoutFailing() {
		assertThat(HostileTexts.all()).allSatisfy((text) -> assertThatCode(
				() -> this.lenient.problemOf(Secret.of(text), List.of(text.isEmpty() ? "a" : text)))
			.doesNotThrowAnyException());
	}

	@ParameterizedTest
	@ValueSource(ints = { 7, 0, -1, 65 })
	void whenLeastLengthIsOutOfRangeThenRefused(int length) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PasswordRules(length, (password) -> false));
	}

	private @Nullable PasswordProblem problem(String password) {
		return this.rules.problemOf(Secret.of(password), List.of("huginn"));
	}

	private static String longText(int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; text.length() < length; i++) {
			text.append(i * 7919 % 1009).append("xkq");
		}
		return text.substring(0, length);
	}

}
