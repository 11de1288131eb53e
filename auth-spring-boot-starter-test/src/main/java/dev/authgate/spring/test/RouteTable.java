package dev.authgate.spring.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.authgate.spring.guard.Route;
import dev.authgate.spring.guard.model.Guard;

/**
 * Routes of the table of guards, one for each method.
 */
final class RouteTable {

	private final List<Route> routes;

	RouteTable(List<Route> rows) {
		this.routes = rows.stream().flatMap((row) -> Arrays.stream(row.methods().split(",")).map((method) -> {
			return new Route(method, row.pattern(), row.guard(), row.handler());
		})).toList();
	}

	boolean isEmpty() {
		return this.routes.isEmpty();
	}

	List<Guard> guards() {
		return this.routes.stream().map(Route::guard).distinct().toList();
	}

	// What holds for all methods holds for the one that is asked for.
	RouteTable covering(Name name) {
		return new RouteTable(this.routes.stream()
			.filter((route) -> name.names(route.methods(), route.pattern())
					|| (route.methods().equals("*") && route.pattern().equals(name.pattern())))
			.toList());
	}

	String describe() {
		return this.routes.stream().map((route) -> "  " + line(route)).collect(Collectors.joining("\n"));
	}

	String difference(Predicate<Guard> guarded, List<Name> expected) {
		List<Route> actual = this.routes.stream().filter((route) -> guarded.test(route.guard())).toList();
		List<String> missing = new ArrayList<>();
		for (Name name : expected) {
			for (String method : name.methods().isEmpty() ? List.of("") : name.methods()) {
				if (actual.stream().noneMatch((route) -> is(route, method, name))) {
					missing.add(missing(method, name));
				}
			}
		}
		List<String> extra = actual.stream()
			.filter((route) -> expected.stream().noneMatch((name) -> name.names(route.methods(), route.pattern())))
			.map(RouteTable::line)
			.toList();
		return section("missing", missing) + section("not expected", extra);
	}

	private String missing(String method, Name name) {
		String text = (method + " " + name.pattern()).strip();
		List<String> instead = this.routes.stream()
			.filter((route) -> is(route, method, name) || is(route, "*", name))
			.map(RouteTable::line)
			.toList();
		return text + (instead.isEmpty() ? " (there is no such route)" : " (but " + String.join("; ", instead) + ")");
	}

	private static boolean is(Route route, String method, Name name) {
		return route.pattern().equals(name.pattern()) && (method.isEmpty() || route.methods().equals(method));
	}

	private static String line(Route route) {
		return route.methods() + " " + route.pattern() + " is " + route.guard() + ": " + route.handler();
	}

	private static String section(String title, List<String> lines) {
		return lines.isEmpty() ? "" : "\n" + title + ":\n  " + String.join("\n  ", lines);
	}

	/**
	 * A route as a test names it.
	 *
	 * @param methods its methods, empty for all that the table has
	 * @param pattern the pattern of its paths
	 */
	record Name(Set<String> methods, String pattern) {

		private static final Pattern WITH_METHODS = Pattern.compile("([A-Za-z*,]+)\\s+(/.*)");

		static Name of(String text) {
			Matcher matcher = WITH_METHODS.matcher(text.strip());
			return matcher.matches()
					? new Name(new TreeSet<>(List.of(matcher.group(1).toUpperCase(Locale.ROOT).split(","))),
							matcher.group(2))
					: new Name(Set.of(), text.strip());
		}

		boolean names(String method, String path) {
			return this.pattern.equals(path) && (this.methods.isEmpty() || this.methods.contains(method));
		}

	}

}
