package dev.authgate.spring.test;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route as a test names it.
 *
 * @param methods its methods, empty for all that the table has
 * @param pattern the pattern of its paths
 */
record RouteName(Set<String> methods, String pattern) {

	private static final Pattern WITH_METHODS = Pattern.compile("([A-Za-z*,]+)\\s+(/.*)");

	static RouteName of(String text) {
		Matcher matcher = WITH_METHODS.matcher(text.strip());
		return matcher.matches()
				? new RouteName(new TreeSet<>(Set.of(matcher.group(1).toUpperCase(Locale.ROOT).split(","))),
						matcher.group(2))
				: new RouteName(Set.of(), text.strip());
	}

	boolean names(String method, String path) {
		return this.pattern.equals(path) && (this.methods.isEmpty() || this.methods.contains(method));
	}

}
