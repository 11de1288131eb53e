package dev.authgate.spring.guard.handler;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * All handlers that annotations can guard, with their patterns and declarations.
 *
 * @param lookup asks who serves a request
 * @param sockets what the container serves by itself
 * @param routes the handlers
 */
public record HandlerTable(HandlerLookup lookup, ContainerSockets sockets, List<GuardedRoute> routes) {

	public static HandlerTable of(HandlerLookup lookup, ContainerSockets sockets, HandlerDeclarations declarations) {
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
		sockets.all().forEach((socket) -> routes.add(new GuardedRoute(socket, declarations.of(socket))));
		return new HandlerTable(lookup, sockets, List.copyOf(routes));
	}

}
