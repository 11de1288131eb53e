package dev.authgate.spring.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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
	RouteTable covering(RouteName name) {
		return new RouteTable(this.routes.stream()
			.filter((route) -> name.names(route.methods(), route.pattern())
					|| (route.methods().equals("*") && route.pattern().equals(name.pattern())))
			.toList());
	}

	String describe() {
		return this.routes.stream().map((route) -> "  " + line(route)).collect(Collectors.joining("\n"));
	}

	String difference(Predicate<Guard> guarded, List<RouteName> expected) {
		List<Route> actual = this.routes.stream().filter((route) -> guarded.test(route.guard())).toList();
		List<String> missing = new ArrayList<>();
		for (RouteName name : expected) {
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

	private String missing(String method, RouteName name) {
		String text = (method + " " + name.pattern()).strip();
		List<String> instead = this.routes.stream()
			.filter((route) -> is(route, method, name) || is(route, "*", name))
			.map(RouteTable::line)
			.toList();
		return text + (instead.isEmpty() ? " (there is no such route)" : " (but " + String.join("; ", instead) + ")");
	}

	private static boolean is(Route route, String method, RouteName name) {
		return route.pattern().equals(name.pattern()) && (method.isEmpty() || route.methods().equals(method));
	}

	private static String line(Route route) {
		return route.methods() + " " + route.pattern() + " is " + route.guard() + ": " + route.handler();
	}

	private static String section(String title, List<String> lines) {
		return lines.isEmpty() ? "" : "\n" + title + ":\n  " + String.join("\n  ", lines);
	}

}
