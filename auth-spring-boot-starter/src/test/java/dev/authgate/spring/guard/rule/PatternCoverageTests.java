package dev.authgate.spring.guard.rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

class PatternCoverageTests {

	@ParameterizedTest
	@CsvSource({ "/a, /a", "/a/{x}, /a/{y}", "/a/*, /a/{y}", "/a/{x}, /a/b", "/a/*, /a/b", "/a/**, /a", "/a/**, /a/b",
			"/a/**, /a/b/c", "/a/**, /a/*", "/a/**, /a/{x}/**", "/a/**, /a/{*x}", "/a/{*x}, /a/**", "/**, /",
			"/**, /a/**", "/**, /**/a", "/**, ''", "/{*all}, /a/{x}", "/a/{x:[0-9]+}, /a/{y:[0-9]+}",
			"/a/{x}, /a/{y:[0-9]+}", "/a/*, /a/*.html", "/a/*, /a/", "/{a}/{b}, /x/{y}", "/**/a, /**/a", "/**/a, /b/a",
			"/**/a, /**/b/a", "/{x}/b, /{y}/b", "/{x}/b, /*/b", "/*/b, /{y}/b" })
	void whenEveryPathIsSharedThenCovered(String wide, String narrow) {
		assertThat(PatternCoverage.covers(parse(wide), parse(narrow))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "/a, /b", "/a, /a/", "/a, /A", "/a/b, /a/{x}", "/a/{x}, /a", "/a/{x}, /a/b/c", "/a/{x}, /a/*",
			"/a/{x}, /a/", "/a/*, /a/**", "/a/*/c, /a/**", "/a/**, /ab", "/a/b/**, /a/**", "/a/{x:[0-9]+}, /a/{y}",
			"/a/{x:[0-9]+}, /a/b", "/a/{x:[0-9]+}, /a/{y:[a-z]+}", "/*/**, /*", "/{x}/**, /*", "/*/a, /**/a",
			"/**/a, /a/**", "/**/a/b, /b", "'', /a", "/a, ''", "/a/*.html, /a/*" })
	void whenSomePathIsNotSharedThenNotCovered(String wide, String narrow) {
		assertThat(PatternCoverage.covers(parse(wide), parse(narrow))).isFalse();
	}

	private static PathPattern parse(String pattern) {
		return PathPatternParser.defaultInstance.parse(pattern);
	}

}
