package dev.authgate.spring.guard;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.util.pattern.PathPattern;

/**
 * Decides whether every path of one pattern is a path of another, whatever their
 * variables are called.
 */
final class PatternCoverage {

	private static final String REST = "**";

	private static final String ANY = "*";

	private PatternCoverage() {
	}

	static boolean covers(PathPattern wide, PathPattern narrow) {
		return covers(segments(wide.getPatternString()), segments(narrow.getPatternString()));
	}

	private static boolean covers(List<String> wide, List<String> narrow) {
		for (int i = 0; i < wide.size(); i++) {
			if (wide.get(i).equals(REST)) {
				return i == wide.size() - 1;
			}
			if (i >= narrow.size() || !coversSegment(wide.get(i), narrow.get(i))) {
				return false;
			}
		}
		return wide.size() == narrow.size();
	}

	private static boolean coversSegment(String wide, String narrow) {
		return wide.equals(narrow) || (wide.equals(ANY) && !narrow.equals(REST));
	}

	private static List<String> segments(String pattern) {
		List<String> segments = new ArrayList<>();
		for (String segment : pattern.substring(1).split("/", -1)) {
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
			return ANY;
		}
		return segment.replaceAll("\\{[^:{}]+:", "{:");
	}

}
