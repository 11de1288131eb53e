package dev.authgate.spring.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Patterns found by the first segment of a path, so that a request is compared with few
 * of them.
 * <p>
 * Immutable.
 */
final class PatternIndex {

	private final Map<String, List<PathPattern>> byFirstSegment = new HashMap<>();

	private final List<PathPattern> others = new ArrayList<>();

	PatternIndex(Iterable<PathPattern> patterns, boolean caseSensitive) {
		for (PathPattern pattern : patterns) {
			String first = firstLiteral(pattern.getPatternString());
			if (caseSensitive && !first.isEmpty()) {
				this.byFirstSegment.computeIfAbsent(first, (key) -> new ArrayList<>()).add(pattern);
			}
			else {
				this.others.add(pattern);
			}
		}
	}

	boolean matches(PathContainer path) {
		return matchesAny(this.byFirstSegment.get(firstSegment(path)), path) || matchesAny(this.others, path);
	}

	private static boolean matchesAny(@org.jspecify.annotations.Nullable List<PathPattern> patterns,
			PathContainer path) {
		if (patterns != null) {
			for (PathPattern pattern : patterns) {
				if (pattern.matches(path)) {
					return true;
				}
			}
		}
		return false;
	}

	// Decoded, as patterns are compared with it: %61pi is api.
	private static String firstSegment(PathContainer path) {
		for (PathContainer.Element element : path.elements()) {
			if (element instanceof PathSegment segment) {
				return segment.valueToMatch();
			}
		}
		return "";
	}

	private static String firstLiteral(String pattern) {
		int end = pattern.indexOf('/', 1);
		String first = pattern.substring(Math.min(1, pattern.length()), (end < 0) ? pattern.length() : end);
		boolean plain = first.chars().noneMatch((c) -> "{}*?\\%".indexOf(c) >= 0);
		return plain ? first : "";
	}

}
