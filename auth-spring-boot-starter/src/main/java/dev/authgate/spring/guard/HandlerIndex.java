package dev.authgate.spring.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The handlers that declare a guard, found by their patterns, so that a request for any
 * other handler costs no lookup.
 * <p>
 * It is sound because a handler whose patterns do not match cannot be dispatched to.
 * Immutable.
 */
final class HandlerIndex {

	private final PatternIndex patterns;

	private final List<GuardedRoute> routes;

	private final List<GuardedRoute> dependingOnParameters;

	private final boolean complete;

	HandlerIndex(List<GuardedRoute> routes, boolean complete, boolean caseSensitive) {
		this.routes = routes.stream().filter((route) -> !route.declaration().equals(Declaration.NONE)).toList();
		this.complete = complete;
		this.dependingOnParameters = this.routes.stream().filter(GuardedRoute::dependsOnParameters).toList();
		List<PathPattern> all = new ArrayList<>();
		this.routes.forEach((route) -> all.addAll(route.patterns()));
		this.patterns = new PatternIndex(all, caseSensitive);
	}

	boolean mayHoldHandlerOf(HttpServletRequest request) {
		return !this.complete || (!this.routes.isEmpty() && this.patterns.matches(path(request)));
	}

	// Parameters of a form decide between handlers, but they are in the body, which is
	// not read before the caller is known.
	List<Declaration> undecidedBefore(HttpServletRequest request) {
		if (this.dependingOnParameters.isEmpty() || !mayCarryForm(request)) {
			return List.of();
		}
		PathContainer path = path(request);
		List<Declaration> undecided = new ArrayList<>();
		for (GuardedRoute route : this.dependingOnParameters) {
			if (route.matches(path, request.getMethod())) {
				undecided.add(route.declaration());
			}
		}
		return undecided;
	}

	private static PathContainer path(HttpServletRequest request) {
		return (ServletRequestPathUtils.hasParsedRequestPath(request)
				? ServletRequestPathUtils.getParsedRequestPath(request)
				: ServletRequestPathUtils.parseAndCache(request))
			.pathWithinApplication();
	}

	private static boolean mayCarryForm(HttpServletRequest request) {
		String type = request.getContentType();
		return !Set.of("GET", "HEAD").contains(request.getMethod()) && type != null
				&& (type.regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0,
						MediaType.APPLICATION_FORM_URLENCODED_VALUE.length())
						|| type.regionMatches(true, 0, "multipart/", 0, "multipart/".length()));
	}

}
