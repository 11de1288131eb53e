package dev.authgate.spring.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random path patterns, and random paths that some of them match.
 */
public final class RandomPatterns {

	private static final String[] PATTERN_SEGMENTS = { "a", "b", "ab", "A", "*", "**", "{x}", "{*x}", "{x:[ab]+}", "a*",
			"*b", "?", "a?", "{x}b", "", "{x:a}", "%61", "a;b", "b.c", "*.c" };

	private static final String[] PATH_SEGMENTS = { "a", "b", "ab", "aa", "A", "%61", "a;v=1", "", "c", "b.c", "a%2fb",
			"*", "{}", ";", "**", "B" };

	private final Random random = new Random(20_260_101);

	public List<PathPattern> patterns(PathPatternParser parser, int count) {
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

	public PathContainer path() {
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
