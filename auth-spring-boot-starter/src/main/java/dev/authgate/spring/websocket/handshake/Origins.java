package dev.authgate.spring.websocket.handshake;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.support.AbstractSockJsService;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;
import org.springframework.web.socket.sockjs.transport.TransportHandlingSockJsService;

/**
 * Tells Spring's own check of origins which other origins may open sockets, wherever the
 * application itself named none.
 * <p>
 * Immutable.
 */
public final class Origins {

	private static final String ALL = "*";

	private final List<String> named;

	private final List<String> patterns;

	/**
	 * Makes a list.
	 * @param origins the origins, or {@code *} for all
	 */
	public Origins(List<String> origins) {
		this.named = origins.stream().filter((origin) -> !ALL.equals(origin)).toList();
		// As a name it is refused beside credentials, which SockJS sends.
		this.patterns = origins.contains(ALL) ? List.of(ALL) : List.of();
	}

	/**
	 * Has them allowed by a handler of sockets.
	 * @param handler what a handler mapping dispatches to, of any kind
	 */
	public void allow(Object handler) {
		if (handler instanceof WebSocketHttpRequestHandler raw) {
			allow(raw.getHandshakeInterceptors());
		}
		else if (handler instanceof SockJsHttpRequestHandler sockJs
				&& sockJs.getSockJsService() instanceof AbstractSockJsService service) {
			allow(service);
		}
	}

	private void allow(List<HandshakeInterceptor> interceptors) {
		for (HandshakeInterceptor interceptor : interceptors) {
			if (interceptor instanceof OriginHandshakeInterceptor check
					&& isUnset(check.getAllowedOrigins(), check.getAllowedOriginPatterns())) {
				check.setAllowedOrigins(this.named);
				check.setAllowedOriginPatterns(this.patterns);
			}
		}
	}

	private void allow(AbstractSockJsService service) {
		if (isUnset(service.getAllowedOrigins(), service.getAllowedOriginPatterns())) {
			service.setAllowedOrigins(this.named);
			service.setAllowedOriginPatterns(this.patterns);
		}
		if (service instanceof TransportHandlingSockJsService transports) {
			allow(transports.getHandshakeInterceptors());
		}
	}

	private static boolean isUnset(@Nullable Collection<String> origins, @Nullable Collection<String> patterns) {
		return CollectionUtils.isEmpty(origins) && CollectionUtils.isEmpty(patterns);
	}

}
