package dev.authgate.throttle;

import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitTests {

	@Test
	void whenWrittenThenRead() {
		assertThat(Limit.of("10/15m")).isEqualTo(new Limit(10, Duration.ofMinutes(15)));
		assertThat(Limit.of("1000000/366d")).isEqualTo(new Limit(1_000_000, Duration.ofDays(366)));
		assertThat(Limit.of("1/1s")).isEqualTo(new Limit(1, Duration.ofSeconds(1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "10/15m", "100/1m", "5/1h", "100/1d", "7/90s" })
	void whenReadThenWrittenTheSame(String text) {
		assertThat(Limit.of(text)).hasToString(text);
	}

	@Test
	void whenLanguageIsTurkishThenReadAllTheSame() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr"));
		try {
			assertThat(Limit.of("10/15m").period()).isEqualTo(Duration.ofMinutes(15));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10", "10/", "/15m", "0/15m", "10/0m", "-1/15m", "10/15", "10/15M", "10/15ms",
			"10 / 15m", "010/15m", "10/15m ", "1000001/1m", "10/367d", "10/1000000s", "99999999999/1m", "\u0661/1m",
			"10/15m\n" })
	void whenNonsenseThenRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Limit.of(text));
	}

	@Test
	void whenOutOfBoundsThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, Duration.ofMinutes(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, Duration.ofMillis(999)));
	}

}
