package dev.authgate.spring.guard.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.authgate.spring.guard.RandomPatterns;
import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares coverage with what it stands for, on random patterns and paths.
 */
class PatternCoverageFuzzTests {

	private final RandomPatterns random = new RandomPatterns();

	@Test
	void whenOnePatternCoversAnotherThenItMatchesAllItsPaths() {
		List<PathContainer> paths = new ArrayList<>();
		for (int i = 0; i < 600; i++) {
			paths.add(this.random.path());
		}
		List<PathPattern> patterns = this.random.patterns(PathPatternParser.defaultInstance, 700);
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

}
