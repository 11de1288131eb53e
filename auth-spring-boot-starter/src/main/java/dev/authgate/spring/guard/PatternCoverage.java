package dev.authgate.spring.guard;

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
			return wide.size() == narrow.size() && coversFrom(wide, 0, narrow, 0);
		}
		int others = wide.size() - 1;
		if (narrow.size() < others) {
			return false;
		}
		return (rest == 0) ? coversFrom(wide, 1, narrow, narrow.size() - others)
				: coversFrom(wide.subList(0, rest), 0, narrow, 0);
	}

	private static boolean coversFrom(List<String> wide, int wideStart, List<String> narrow, int narrowStart) {
		for (int i = 0; i + wideStart < wide.size(); i++) {
			boolean last = i + narrowStart == narrow.size() - 1;
			if (!coversSegment(wide.get(i + wideStart), narrow.get(i + narrowStart), last)) {
				return false;
			}
		}
		return true;
	}

	// A star at the end of a pattern also matches nothing at all, which a variable and a
	// star elsewhere do not.
	private static boolean coversSegment(String wide, String narrow, boolean last) {
		if (narrow.equals(REST)) {
			return false;
		}
		boolean maybeEmpty = narrow.isEmpty() || (narrow.equals(ANY) && last);
		if (wide.equals(ANY)) {
			return last || !maybeEmpty;
		}
		return wide.equals(narrow) || (wide.equals(VARIABLE) && !maybeEmpty);
	}

	private static List<String> segments(String pattern) {
		List<String> segments = new ArrayList<>();
		String path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
		for (String segment : path.split("/", -1)) {
			segments.add(canonical(segment));
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
