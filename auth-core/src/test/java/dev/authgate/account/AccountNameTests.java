package dev.authgate.account;

import java.util.Locale;
import java.util.stream.IntStream;

import dev.authgate.contract.HostileTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccountNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "ada", "Ada Lovelace", "\u00e9ve", "\u5f20\u4f1f", "ada@example.com", "o'neil",
			"\ud83d\ude00" })
	void whenNameCanBeTypedThenTaken(String name) {
		assertThat(AccountName.of(name).username()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", " ada", "ada ", "ada\u00a0", "a\nb", "a\u0000b", "a\u200bda", "ada\u202e",
			"a\u2028b", "\ud800", "a\ue000", "\ufeffada", "a\u034fda", "\u115fada", "a\u17b4da", "a\u180bda", "\u2800",
			"\u3164", "a\ufe0fda", "\uffa0ada", "a\udb40\udd00da", "\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa" })
	void whenNameWouldDeceiveThenRefused(String name) {
		assertThat(AccountName.isUsername(name)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> AccountName.of(name));
	}

	@Test
	void whenNameIsAsLongAsAllowedThenTakenAndNoLonger() {
		String longest = "x".repeat(AccountName.MAX_USERNAME_LENGTH);
		assertThat(AccountName.isUsername(longest)).isTrue();
		assertThat(AccountName.isUsername(longest + "x")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@b", "ada@example.com", "\"a@b\"@example.com", "\u00e9ve@ex\u00e4mple.com" })
	void whenAddressHasTwoPartsThenTaken(String email) {
		assertThat(new AccountName("ada", email).email()).isEqualTo(email);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "@example.com", "ada@", "a da@example.com", "ada@exam\nple.com", "ada@\u200b",
			"ada@b@c", "a,b@c", "a@b,c@d", "<ada@c>", "a(b)@c", "a:b@c", "a;b@c", "[a]@c", "a\\b@c", "\"a@c", "\"\"@c",
			"\"a\"b\"@c", "\"a,b\"@c", "ada@[c]" })
	void whenAddressIsNoneThenRefused(String email) {
		assertThat(AccountName.isEmail(email)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new AccountName("ada", email));
	}

	@Test
	void whenTextIsHostileThenJudgedWithoutFailing() {
		assertThat(HostileTexts.all()).allSatisfy((text) -> assertThatCode(() -> {
			AccountName.isUsername(text);
			AccountName.isEmail(text);
			AccountName.canonical(text);
		}).doesNotThrowAnyException());
	}

	/** M3. */
	@ParameterizedTest
	@CsvSource({ "STRA\u1e9eE, strasse", "Stra\u00dfe, strasse", "STRASSE, strasse", "\u039f\u03a3, \u03bf\u03c2",
			"\u03bf\u03c3, \u03bf\u03c2" })
	void whenLettersHaveSeveralCasesThenOneForm(String name, String canonical) {
		assertThat(AccountName.canonical(name)).isEqualTo(canonical);
	}

	@Test
	void whenFormIsCanonicalThenItStays() {
		assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
			.mapToObj((c) -> AccountName.canonical("a" + Character.toString(c) + "b"))
			.filter((canonical) -> !AccountName.canonical(canonical).equals(canonical))).isEmpty();
	}

	/** M3. */
	@Test
	void whenMachineIsTurkishThenNamesAreTheSameStill() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("tr"));
			assertThat(AccountName.canonical("IRIS")).isEqualTo(AccountName.canonical("iris")).isEqualTo("iris");
		}
		finally {
			Locale.setDefault(before);
		}
	}

}
