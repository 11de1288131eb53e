package dev.authgate.spring.websocket.handler;

import dev.authgate.spring.guard.handler.SocketHandlers;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;

/**
 * The handlers of Spring's sockets, with and without SockJS.
 * <p>
 * Safe for use by several threads.
 */
public final class SpringSockets implements SocketHandlers {

	@Override
	public @Nullable Class<?> typeOf(Object handler) {
		WebSocketHandler sockets = handlerOf(handler);
		return (sockets != null) ? AopUtils.getTargetClass(WebSocketHandlerDecorator.unwrap(sockets)) : null;
	}

	private static @Nullable WebSocketHandler handlerOf(Object handler) {
		if (handler instanceof WebSocketHttpRequestHandler raw) {
			return raw.getWebSocketHandler();
		}
		return (handler instanceof SockJsHttpRequestHandler sockJs) ? sockJs.getWebSocketHandler() : null;
	}

}
