package dev.authgate.spring.guard.handler;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

class PatternIndexTests {

	private static final String[] PATTERNS = { "", "/", "/api/threads", "/api/threads/{id}", "/api/{kind}/all",
			"/api/*", "/files/{*path}", "/**/logo.png", "/a?c", "/{x:[0-9]+}", "/tail/" };

	private final PatternIndex<PathPattern> index = index(true, PATTERNS);

	@ParameterizedTest
	@CsvSource({ "/api/threads, /api/threads", "/api/threads/7, /api/threads/{id}", "/api/x/all, /api/{kind}/all",
			"/api/, /api/*", "/files, /files/{*path}", "/files/a/b, /files/{*path}", "/x/y/logo.png, /**/logo.png",
			"/abc, /a?c", "/123, '/{x:[0-9]+}'", "/%61pi/threads, /api/threads", "/api;v=1/threads, /api/threads",
			"/tail/, /tail/", "/, /", "'', ''" })
	void whenPatternMatchesThenFound(String path, String pattern) {
		assertThat(find(this.index, path)).contains(pattern);
	}

	@ParameterizedTest
	@CsvSource({ "/other", "/API/threads/7", "/api/threads/7/8", "/tail", "/x/y", "/ac" })
	void whenNoPatternMatchesThenNothingIsFound(String path) {
		assertThat(find(this.index, path)).isEmpty();
	}

	@Test
	void whenLiteralAndVariableMatchThenBothAreFound() {
		assertThat(find(this.index, "/api/threads/all")).containsExactlyInAnyOrder("/api/threads/{id}",
				"/api/{kind}/all");
	}

	@Test
	void whenCaseDoesNotMatterThenOtherCaseIsFound() {
		assertThat(find(index(false, PATTERNS), "/API/Threads")).contains("/api/threads");
	}

	@Test
	void whenIndexIsEmptyThenNothingIsFound() {
		assertThat(find(index(true), "/a")).isEmpty();
	}

	private static List<String> find(PatternIndex<PathPattern> index, String path) {
		return index.find(PathContainer.parsePath(path)).stream().map(PathPattern::getPatternString).toList();
	}

	private static PatternIndex<PathPattern> index(boolean caseSensitive, String... patterns) {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(caseSensitive);
		return new PatternIndex<>(List.of(patterns).stream().map(parser::parse).toList(), Function.identity(),
				caseSensitive);
	}

}
