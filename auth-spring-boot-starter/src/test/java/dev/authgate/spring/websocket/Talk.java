package dev.authgate.spring.websocket;

import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * An application with sockets that answer what they are told.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class Talk implements WebSocketConfigurer {

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(guarded(), "/guarded").addHandler(new Plain(), "/plain").addHandler(new Open(), "/open");
		registry.addHandler(new Plain(), "/of-any-origin").setAllowedOrigins("*");
	}

	@Bean
	Guarded guarded() {
		return new Guarded();
	}

	@RequirePermission({ "threads:read", "threads:write" })
	static class Guarded extends Plain {

	}

	@PublicAccess
	static class Open extends Plain {

	}

	static class Plain extends TextWebSocketHandler {

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
			session.sendMessage(new TextMessage("heard " + message.getPayload()));
		}

	}

}
