package dev.authgate.throttle;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottleTests {

	@Test
	void whenNoneThenEverythingIsPermitted() {
		Throttle none = Throttle.none();
		for (int i = 0; i < 1_000; i++) {
			assertThat(none.attempt(AttemptKind.LOGIN, "ada", "127.0.0.1")).isInstanceOf(Attempt.Permitted.class);
		}
	}

}
