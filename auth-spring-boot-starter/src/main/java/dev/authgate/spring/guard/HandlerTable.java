package dev.authgate.spring.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * All handler methods with their patterns and declarations.
 *
 * @param lookup asks who serves a request
 * @param routes the handlers
 * @param index the handlers that declare a guard
 */
record HandlerTable(HandlerLookup lookup, List<GuardedRoute> routes, HandlerIndex index) {

	static HandlerTable of(HandlerLookup lookup, HandlerDeclarations declarations) {
		List<GuardedRoute> routes = new ArrayList<>();
		boolean complete = true;
		boolean caseSensitive = true;
		for (RequestMappingInfoHandlerMapping mapping : lookup.methodMappings()) {
			PathPatternParser parser = mapping.getPatternParser();
			complete &= parser != null;
			caseSensitive &= parser == null || parser.isCaseSensitive();
			for (Map.Entry<RequestMappingInfo, HandlerMethod> entry : mapping.getHandlerMethods().entrySet()) {
				routes.add(route(entry.getKey(), entry.getValue(), declarations));
			}
		}
		return new HandlerTable(lookup, List.copyOf(routes), new HandlerIndex(routes, complete, caseSensitive));
	}

	private static GuardedRoute route(RequestMappingInfo info, HandlerMethod handler,
			HandlerDeclarations declarations) {
		PathPatternsRequestCondition patterns = info.getPathPatternsCondition();
		Set<PathPattern> paths = (patterns != null) ? patterns.getPatterns() : Set.of();
		Set<HttpMethod> methods = new LinkedHashSet<>();
		info.getMethodsCondition().getMethods().forEach((method) -> methods.add(method.asHttpMethod()));
		return new GuardedRoute(handler, paths, methods, !info.getParamsCondition().isEmpty(),
				declarations.of(handler));
	}

}
