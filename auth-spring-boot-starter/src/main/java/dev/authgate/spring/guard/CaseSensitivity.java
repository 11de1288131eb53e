package dev.authgate.spring.guard;

import dev.authgate.spring.guard.handler.HandlerLookup;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses rules and handlers that disagree on whether the case of a path matters, where
 * the other case would be a way around a rule.
 */
final class CaseSensitivity {

	private static final String PROBE = "/case";

	private CaseSensitivity() {
	}

	static void check(PathPatternRequestMatcher.Builder matchers, HandlerLookup lookup) {
		PathPatternRequestMatcher probe = matchers.matcher(PROBE);
		if (!probe.equals(expected(probe, lookup.isCaseSensitive()))) {
			throw Refusals.caseSensitivity();
		}
	}

	// The builder does not tell its base path, but its matchers do.
	private static PathPatternRequestMatcher expected(PathPatternRequestMatcher probe, boolean caseSensitive) {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(caseSensitive);
		String text = probe.toString();
		String pattern = text.substring(text.indexOf('/'), text.lastIndexOf(PROBE) + PROBE.length());
		return PathPatternRequestMatcher.withPathPatternParser(parser).matcher(pattern);
	}

}
