package dev.authgate.spring.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the shortcuts with what they stand for, on random patterns and paths.
 */
class PatternFuzzTests {

	private static final String[] PATTERN_SEGMENTS = { "a", "b", "ab", "A", "*", "**", "{x}", "{*x}", "{x:[ab]+}", "a*",
			"*b", "?", "a?", "{x}b", "", "{x:a}", "%61", "a;b", "b.c", "*.c" };

	private static final String[] PATH_SEGMENTS = { "a", "b", "ab", "aa", "A", "%61", "a;v=1", "", "c", "b.c", "a%2fb",
			"*", "{}", ";", "**", "B" };

	private final Random random = new Random(20_260_101);

	@Test
	void whenPatternsAreIndexedThenTheSameAreFoundAsOneByOne() {
		for (int round = 0; round < 400; round++) {
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(round % 4 != 0);
			List<PathPattern> patterns = patterns(parser, 12);
			PatternIndex<PathPattern> index = new PatternIndex<>(patterns, Function.identity(),
					parser.isCaseSensitive());
			for (int i = 0; i < 60; i++) {
				PathContainer path = path();
				assertThat(index.find(path)).as(path.value())
					.containsExactlyInAnyOrderElementsOf(
							patterns.stream().filter((pattern) -> pattern.matches(path)).toList());
			}
		}
	}

	@Test
	void whenOnePatternCoversAnotherThenItMatchesAllItsPaths() {
		List<PathContainer> paths = new ArrayList<>();
		for (int i = 0; i < 600; i++) {
			paths.add(path());
		}
		List<PathPattern> patterns = patterns(PathPatternParser.defaultInstance, 700);
		int covered = 0;
		for (PathPattern wide : patterns) {
			Set<String> matched = matched(wide, paths);
			for (PathPattern narrow : patterns) {
				if (PatternCoverage.covers(wide, narrow)) {
					covered++;
					assertThat(matched).as(wide + " covers " + narrow).containsAll(matched(narrow, paths));
				}
			}
		}
		assertThat(covered).isGreaterThan(patterns.size());
	}

	private static Set<String> matched(PathPattern pattern, List<PathContainer> paths) {
		Set<String> matched = new HashSet<>();
		for (PathContainer path : paths) {
			if (pattern.matches(path)) {
				matched.add(path.value());
			}
		}
		return matched;
	}

	private List<PathPattern> patterns(PathPatternParser parser, int count) {
		Set<PathPattern> patterns = new HashSet<>();
		while (patterns.size() < count) {
			try {
				patterns.add(parser.parse(join(PATTERN_SEGMENTS)));
			}
			catch (PatternParseException ex) {
				assertThat(ex).hasMessageNotContaining("index");
			}
		}
		return List.copyOf(patterns);
	}

	private PathContainer path() {
		return PathContainer.parsePath(join(PATH_SEGMENTS));
	}

	private String join(String[] segments) {
		StringBuilder text = new StringBuilder();
		int length = this.random.nextInt(5);
		for (int i = 0; i < length; i++) {
			text.append('/').append(segments[this.random.nextInt(segments.length)]);
		}
		return text.toString();
	}

}
