package dev.authgate.spring.request;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K18: a field says what the body says, escaped or not.
 */
class FormInputTests {

	@ParameterizedTest
	@CsvSource({ "a+b, a b", "%41%2b, A+", "\u00e9%41, \u00e9A",
			"\uD83D\uDE00%41\uD83D\uDE00, \uD83D\uDE00A\uD83D\uDE00", "%F0%9F%98%80+x, \uD83D\uDE00 x",
			"\uFF14\uFF11, \uFF14\uFF11", "%c3%a9, \u00e9" })
	void whenValueIsSentThenRead(String sent, String value) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		request.setContentType("application/x-www-form-urlencoded");
		request.setContent(("x=" + sent).getBytes(StandardCharsets.UTF_8));
		assertThat(FormInput.read(request).text("x")).isEqualTo(value);
	}

}
