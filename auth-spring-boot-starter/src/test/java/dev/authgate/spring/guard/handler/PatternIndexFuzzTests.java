package dev.authgate.spring.guard.handler;

import java.util.List;
import java.util.function.Function;

import dev.authgate.spring.guard.RandomPatterns;
import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the index with what it stands for, on random patterns and paths.
 */
class PatternIndexFuzzTests {

	private final RandomPatterns random = new RandomPatterns();

	@Test
	void whenPatternsAreIndexedThenTheSameAreFoundAsOneByOne() {
		for (int round = 0; round < 400; round++) {
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(round % 4 != 0);
			List<PathPattern> patterns = this.random.patterns(parser, 12);
			PatternIndex<PathPattern> index = new PatternIndex<>(patterns, Function.identity(),
					parser.isCaseSensitive());
			for (int i = 0; i < 60; i++) {
				PathContainer path = this.random.path();
				assertThat(index.find(path)).as(path.value())
					.containsExactlyInAnyOrderElementsOf(
							patterns.stream().filter((pattern) -> pattern.matches(path)).toList());
			}
		}
	}

}
