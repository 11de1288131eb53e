package dev.authgate.spring.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A3: the key that is made up where nothing is configured.
 */
@ExtendWith(OutputCaptureExtension.class)
class DevelopmentKeyTests {

	private static final Pattern KEY = Pattern.compile("dev_[\\w-]{27}");

	/**
	 * A3: it is printed once, and opens everything for local callers; without it nobody
	 * is let in.
	 */
	@Test
	void whenNothingIsConfiguredThenKeyOpensEverything(CapturedOutput output) {
		Slim.serve(Slim.empty(UserHandlers.class), (mvc) -> {
			MockMvcTester tester = MockMvcTester.create(mvc);
			String key = printed(output);
			assertThat(output.getAll().split(Pattern.quote(key), -1)).hasSize(2);
			assertThat(output.getAll().lines().filter((line) -> line.contains("WARN"))).isNotEmpty();
			assertThat(tester.get().uri("/api/threads").header("Host", "localhost").header("X-API-Key", key))
				.hasStatus(200);
			assertThat(tester.get().uri("/api/user").header("Host", "localhost")).hasStatus(401);
			assertThat(tester.get().uri("/api/user").header("Host", "localhost").header("X-API-Key", "wrong"))
				.hasStatus(401);
		});
	}

	/**
	 * A4: from elsewhere it opens nothing, and a wrong key gets the same answer.
	 */
	@ParameterizedTest
	@CsvSource({ "Host, app.example.com", "X-Forwarded-For, 127.0.0.1", "Origin, https://evil.example.com" })
	void whenCallerIsNotLocalThenKeyOpensNothing(String header, String value, CapturedOutput output) {
		Slim.serve(Slim.empty(UserHandlers.class), (mvc) -> {
			MockMvcTester tester = MockMvcTester.create(mvc);
			assertThat(tester.get().uri("/api/user").header(header, value).header("X-API-Key", printed(output)))
				.hasStatus(403)
				.bodyText()
				.contains("access_denied");
			assertThat(tester.get().uri("/api/user").header(header, value).header("X-API-Key", "wrong")).hasStatus(403);
			assertThat(tester.get().uri("/api/user").header(header, value)).hasStatus(401);
		});
	}

	/**
	 * A3: it can be forbidden, and then the application does not start.
	 */
	@Test
	void whenForbiddenThenStartIsRefused(CapturedOutput output) {
		Slim.empty(UserHandlers.class)
			.withPropertyValues("authgate.development-key=false")
			.run((context) -> assertThat(context).hasFailed());
		assertThat(output).doesNotContain("dev_");
	}

	private static String printed(CapturedOutput output) {
		Matcher key = KEY.matcher(output.getAll());
		assertThat(key.find()).isTrue();
		return key.group();
	}

}
