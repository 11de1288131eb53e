package dev.authgate.spring.guard.handler;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryParametersTests {

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "&", "&&&" })
	void whenQueryIsEmptyThenNoParameters(String query) {
		assertThat(QueryParameters.parse(query)).isEmpty();
	}

	@Test
	void whenNameRepeatsThenValuesKeepTheirOrder() {
		assertThat(QueryParameters.parse("a=1&b=2&a=3")).isEqualTo(Map.of("a", List.of("1", "3"), "b", List.of("2")));
	}

	@Test
	void whenValueIsMissingThenEmpty() {
		assertThat(QueryParameters.parse("a&b=")).isEqualTo(Map.of("a", List.of(""), "b", List.of("")));
	}

	@Test
	void whenEncodedThenDecodedAsUtf8() {
		assertThat(QueryParameters.parse("%61+b=%C3%A9%3D%26")).isEqualTo(Map.of("a b", List.of("é=&")));
	}

	@Test
	void whenValueHasEqualsSignThenKept() {
		assertThat(QueryParameters.parse("a=b=c")).isEqualTo(Map.of("a", List.of("b=c")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x=%zz&a=1", "%&a=1", "x=%4&a=1", "%zz=1&a=1" })
	void whenEscapeIsMalformedThenThatParameterAloneIsLeftOut(String query) {
		assertThat(QueryParameters.parse(query)).isEqualTo(Map.of("a", List.of("1")));
	}

	@Test
	void whenMalformedOnesCountThenTheyStayAsTheyAre() {
		assertThat(QueryParameters.parseAll("a=1&a=%zz&%=2&b=%41"))
			.isEqualTo(Map.of("a", List.of("1", "%zz"), "b", List.of("A")));
	}

}
