package dev.authgate.spring.web.refusal;

import dev.authgate.spring.app.RefusedStart;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O3: the member with the code can have another name, or be left out.
 */
class CodeAttributeTests {

	@ParameterizedTest
	@CsvSource({ "problem, error_code, ',\"error_code\":\"invalid_credentials\"}'",
			"rebar, error_code, '{\"message\":\"Invalid authentication.\",\"error_code\":\"invalid_auth_token\"}'",
			"error, code, '{\"error\":\"Invalid or missing API key\",\"code\":\"invalid_credentials\"}'",
			"detail, code, ',\"code\":\"invalid_credentials\"}'" })
	void whenItIsNamedThenItHasThatName(String format, String name, String end) {
		assertThat(bodyOf("authgate.errors.format=" + format, "authgate.errors.code-attribute=" + name)).endsWith(end)
			.doesNotContain("rebar_error_code");
	}

	@ParameterizedTest
	@CsvSource({ "problem, '\"detail\":\"The credentials are invalid or expired.\"}'",
			"rebar, '{\"message\":\"Invalid authentication.\"}'" })
	void whenItIsEmptyThenLeftOut(String format, String end) {
		assertThat(bodyOf("authgate.errors.format=" + format, "authgate.errors.code-attribute=")).endsWith(end);
	}

	@ParameterizedTest
	@CsvSource({ "problem, detail", "problem, missing", "error, error", "detail, detail", "rebar, message",
			"rebar, reason" })
	void whenNameIsTakenThenRefusesToStart(String format, String name) {
		assertThat(RefusedStart.of(FormHandlers.class, "authgate.errors.format=" + format,
				"authgate.errors.code-attribute=" + name))
			.isEqualTo(
					"authgate.errors.code-attribute is '" + name + "', and the answer has another member of that name. "
							+ "Choose another name, for example error_code, or nothing to leave the code out.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "error code", "1st", "c\u00f6de", "a\"b" })
	void whenNameIsNoneThenRefusesToStart(String name) {
		assertThat(RefusedStart.of(FormHandlers.class, "authgate.errors.code-attribute=" + name))
			.startsWith("authgate.errors.code-attribute is no name for a member of the answer.")
			.contains("for example error_code");
	}

	@Test
	void whenFormatIsUnknownThenRefusesToStart() {
		assertThat(RefusedStart.of(FormHandlers.class, "authgate.errors.format=xml")).contains("authgate.errors.format",
				"problem", "rebar");
	}

	private static String bodyOf(String... properties) {
		try (TestApp app = FormHandlers.app(properties).start()) {
			return app.getAs("wrong", "/key").body();
		}
	}

}
