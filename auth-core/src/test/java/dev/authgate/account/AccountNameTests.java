package dev.authgate.account;

import java.util.Locale;

import dev.authgate.contract.HostileTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
			"a\u2028b", "\ud800", "a\ue000", "\ufeffada", "\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa" })
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
	@ValueSource(strings = { "", "ada", "@example.com", "ada@", "a da@example.com", "ada@exam\nple.com", "ada@\u200b" })
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
