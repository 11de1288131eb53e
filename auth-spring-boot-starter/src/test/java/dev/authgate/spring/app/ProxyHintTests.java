package dev.authgate.spring.app;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O6: what an operator is told whose proxy is not trusted.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProxyHintTests {

	private static final String HINT = "authgate.forwarded-user.trusted-proxies";

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.7" })
	void whenAttemptsComeThroughAProxyThatIsNotTrustedThenWarnedOnce(String header, CapturedOutput output) {
		try (TestApp app = TestApp.serving(UserHandlers.class).start()) {
			wrongKey(app, header);
			wrongKey(app, header);
			assertThat(output.getAll().split(HINT, -1)).hasSize(2);
			assertThat(output.getAll()).contains("An attempt from 127.0.0.1 names another client")
				.doesNotContain("203.0.113.7");
		}
	}

	@Test
	void whenProxyIsTrustedOrNothingIsCountedThenNotWarned(CapturedOutput output) {
		try (TestApp app = TestApp.serving(UserHandlers.class)
			.with(HINT + "=127.0.0.1, ::1", "authgate.default-authenticator=api-key")
			.start()) {
			wrongKey(app, "X-Forwarded-For: 203.0.113.7");
			wrongKey(app, "X-Other: 203.0.113.7");
		}
		try (TestApp app = TestApp.serving(UserHandlers.class).start()) {
			app.get("/api/user", "X-API-Key: " + TestApp.READER, "X-Forwarded-For: 203.0.113.7");
			wrongKey(app, "X-Other: 203.0.113.7");
		}
		assertThat(output.getAll()).doesNotContain("An attempt from");
	}

	private static void wrongKey(TestApp app, String header) {
		assertThat(app.get("/api/user", "X-API-Key: wrong-key-0123456789", header).status()).isEqualTo(401);
	}

}
