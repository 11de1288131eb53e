package dev.authgate.spring.websocket.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyValues;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.ExceptionWebSocketHandlerDecorator;
import org.springframework.web.socket.handler.LoggingWebSocketHandlerDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;
import org.springframework.web.socket.sockjs.transport.TransportHandlingSockJsService;

/**
 * Puts what follows sockets around every handler of them, before any is mapped.
 */
public final class SocketInstaller implements InstantiationAwareBeanPostProcessor {

	private final Supplier<SocketParts> parts;

	/**
	 * Makes an installer.
	 * @param parts what follows sockets, asked for with the first handler
	 */
	public SocketInstaller(Supplier<SocketParts> parts) {
		this.parts = parts;
	}

	// Later is too late: a mapping registers its handlers before other processors see it.
	@Override
	@SuppressWarnings("unchecked")
	public PropertyValues postProcessProperties(PropertyValues values, Object bean, String name) {
		if (bean instanceof SimpleUrlHandlerMapping mapping) {
			((Map<String, Object>) mapping.getUrlMap()).replaceAll((path, handler) -> guarded(handler));
		}
		return values;
	}

	@Override
	public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
		return guarded(bean);
	}

	private Object guarded(Object handler) {
		if (handler instanceof WebSocketHttpRequestHandler raw) {
			return isGuarded(raw.getWebSocketHandler()) ? raw : guarded(raw);
		}
		if (handler instanceof SockJsHttpRequestHandler sockJs) {
			return isGuarded(sockJs.getWebSocketHandler()) ? sockJs : guarded(sockJs);
		}
		return handler;
	}

	private WebSocketHttpRequestHandler guarded(WebSocketHttpRequestHandler raw) {
		requireClass(raw, WebSocketHttpRequestHandler.class);
		WebSocketHttpRequestHandler guarded = new WebSocketHttpRequestHandler(
				this.parts.get().around(bare(raw.getWebSocketHandler())), raw.getHandshakeHandler());
		guarded.setHandshakeInterceptors(first(raw.getHandshakeInterceptors()));
		return guarded;
	}

	private SockJsHttpRequestHandler guarded(SockJsHttpRequestHandler sockJs) {
		requireClass(sockJs, SockJsHttpRequestHandler.class);
		if (!(sockJs.getSockJsService() instanceof TransportHandlingSockJsService service)) {
			throw unknown(sockJs.getSockJsService());
		}
		if (service.getHandshakeInterceptors().stream().noneMatch(HandshakeAdmission.class::isInstance)) {
			service.setHandshakeInterceptors(first(service.getHandshakeInterceptors()));
		}
		return new SockJsHttpRequestHandler(service, this.parts.get().around(bare(sockJs.getWebSocketHandler())));
	}

	// Before those of the application, which may want to know who opens the socket.
	private List<HandshakeInterceptor> first(List<HandshakeInterceptor> others) {
		List<HandshakeInterceptor> all = new ArrayList<>();
		all.add(this.parts.get().admission());
		all.addAll(others);
		return all;
	}

	// The new handler puts them around again, outside of ours.
	private static WebSocketHandler bare(WebSocketHandler handler) {
		WebSocketHandler bare = without(ExceptionWebSocketHandlerDecorator.class, handler);
		return without(LoggingWebSocketHandlerDecorator.class, bare);
	}

	private static WebSocketHandler without(Class<? extends WebSocketHandlerDecorator> type, WebSocketHandler handler) {
		return (handler.getClass() == type) ? ((WebSocketHandlerDecorator) handler).getDelegate() : handler;
	}

	private static boolean isGuarded(WebSocketHandler handler) {
		WebSocketHandler next = handler;
		while (next instanceof WebSocketHandlerDecorator decorator) {
			if (decorator instanceof GuardedSocketHandler) {
				return true;
			}
			next = decorator.getDelegate();
		}
		return false;
	}

	private static void requireClass(Object handler, Class<?> known) {
		if (handler.getClass() != known) {
			throw unknown(handler);
		}
	}

	private static MisconfigurationException unknown(Object part) {
		return new MisconfigurationException(
				"Sockets are opened by a " + part.getClass().getName() + ", and authgate cannot follow them.",
				"Register the WebSocketHandler with @EnableWebSocket and a WebSocketConfigurer.");
	}

}
