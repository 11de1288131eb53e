package dev.authgate.spring.autoconfigure;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The auto-configurations that ours is ordered by: a name that does not exist is ignored
 * without a word.
 */
class OrderingTests {

	@ParameterizedTest
	@MethodSource("names")
	void whenOrderedByNameThenThatClassExists(String name) {
		assertThat(ClassUtils.isPresent(name, getClass().getClassLoader())).isTrue();
	}

	static Stream<String> names() {
		AutoConfiguration ordering = AuthgateAutoConfiguration.class.getAnnotation(AutoConfiguration.class);
		return Stream.concat(Stream.of(ordering.beforeName()), Stream.of(ordering.afterName()));
	}

}
