package dev.authgate.spring.browser;

import java.time.Duration;

import dev.authgate.contract.TestClock;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions that may be left unused for no longer than the list takes to hear of a use.
 */
class IdleTimeoutTests {

	@RegisterExtension
	static final TestApp APP = BrowserApp.serving().with("authgate.session.idle-timeout=1m");

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = new Browser(APP.port());
		this.browser.logIn("ada");
	}

	/** K11. */
	@Test
	void whenUsedWithinTheTimeThenGoesOn() {
		for (int i = 0; i < 10; i++) {
			APP.bean(TestClock.class).pass(Duration.ofSeconds(59));
			assertThat(this.browser.page("/dashboard").status()).isEqualTo(200);
		}
	}

	@Test
	void whenLeftUnusedThenGoneFromTheListAsWell() {
		APP.bean(TestClock.class).pass(Duration.ofMinutes(3));
		assertThat(this.browser.page("/dashboard").status()).isEqualTo(302);
	}

}
