package dev.authgate.spring.guard.handler;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * All handlers that annotations can guard, with their patterns and declarations.
 *
 * @param lookup asks who serves a request
 * @param routes the handlers
 */
public record HandlerTable(HandlerLookup lookup, List<GuardedRoute> routes) {

	public static HandlerTable of(HandlerLookup lookup, HandlerDeclarations declarations) {
		List<GuardedRoute> routes = new ArrayList<>();
		for (RequestMappingInfoHandlerMapping mapping : lookup.methodMappings()) {
			mapping.getHandlerMethods()
				.forEach((info, handler) -> routes
					.add(new GuardedRoute(mapping, info, handler, declarations.of(handler))));
		}
		for (AbstractUrlHandlerMapping mapping : lookup.urlMappings()) {
			mapping.getPathPatternHandlerMap().forEach((pattern, handler) -> {
				Class<?> type = declarations.socketTypeOf(handler);
				if (type != null) {
					routes.add(new GuardedRoute(mapping, pattern, type, declarations.of(handler)));
				}
			});
		}
		return new HandlerTable(lookup, List.copyOf(routes));
	}

}
