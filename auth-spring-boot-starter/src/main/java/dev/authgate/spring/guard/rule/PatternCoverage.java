package dev.authgate.spring.guard.rule;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.util.pattern.PathPattern;

/**
 * Decides whether every path of one pattern is a path of another, whatever their
 * variables are called.
 * <p>
 * It may miss that one covers the other where both have regular expressions, and never
 * says so wrongly.
 */
final class PatternCoverage {

	private static final String REST = "**";

	private static final String ANY = "*";

	// A star at the end of a pattern also matches nothing at all, which a variable and a
	// star elsewhere do not.
	private static final String ANY_OR_NONE = "*?";

	private static final String VARIABLE = "{}";

	private PatternCoverage() {
	}

	static boolean covers(PathPattern wide, PathPattern narrow) {
		return covers(segments(wide.getPatternString()), segments(narrow.getPatternString()));
	}

	private static boolean covers(List<String> wide, List<String> narrow) {
		if (wide.equals(narrow)) {
			return true;
		}
		int rest = wide.indexOf(REST);
		if (rest < 0) {
			return wide.size() == narrow.size() && coversAll(wide, narrow);
		}
		int others = wide.size() - 1;
		if (narrow.size() < others) {
			return false;
		}
		return (rest == 0)
				? coversAll(wide.subList(1, wide.size()), narrow.subList(narrow.size() - others, narrow.size()))
				: coversAll(wide.subList(0, rest), narrow);
	}

	private static boolean coversAll(List<String> wide, List<String> narrow) {
		for (int i = 0; i < wide.size(); i++) {
			if (!coversSegment(wide.get(i), narrow.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean coversSegment(String wide, String narrow) {
		if (narrow.equals(REST)) {
			return false;
		}
		boolean maybeEmpty = narrow.isEmpty() || narrow.equals(ANY_OR_NONE);
		boolean any = wide.equals(ANY) || wide.equals(VARIABLE);
		return wide.equals(narrow) || wide.equals(ANY_OR_NONE) || (any && !maybeEmpty);
	}

	private static List<String> segments(String pattern) {
		List<String> segments = new ArrayList<>();
		String path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
		for (String segment : pattern.isEmpty() ? new String[0] : path.split("/", -1)) {
			segments.add(canonical(segment));
		}
		int last = segments.size() - 1;
		if (last >= 0 && segments.get(last).equals(ANY)) {
			segments.set(last, ANY_OR_NONE);
		}
		return segments;
	}

	private static String canonical(String segment) {
		if (segment.startsWith("{*")) {
			return REST;
		}
		boolean variable = segment.startsWith("{") && segment.indexOf('}') == segment.length() - 1;
		if (variable && segment.indexOf(':') < 0) {
			return VARIABLE;
		}
		return segment.replaceAll("\\{[^:{}]+:", "{:");
	}

}
