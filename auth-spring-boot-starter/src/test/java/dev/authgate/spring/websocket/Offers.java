package dev.authgate.spring.websocket;

import java.util.List;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

/**
 * An application with every kind of socket, which tell what they see of the handshake.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableWebSocketMessageBroker
class Offers implements WebSocketConfigurer, WebSocketMessageBrokerConfigurer {

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		registry.addHandler(new Seen(), "/raw").addHandler(new Chat(), "/chat");
		registry.addHandler(new Seen(), "/sockjs").withSockJS();
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/stomp");
	}

	@Bean
	ServerEndpointExporter endpoints() {
		return new ServerEndpointExporter();
	}

	@Bean
	Jakarta jakarta() {
		return new Jakarta();
	}

	static class Seen extends TextWebSocketHandler {

		@Override
		protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
			session.sendMessage(new TextMessage(session.getPrincipal().getName() + " " + session.getUri().getQuery()
					+ " " + session.getHandshakeHeaders().get("Sec-WebSocket-Protocol") + " "
					+ session.getHandshakeHeaders().containsHeader("Authorization")));
		}

	}

	static class Chat extends Seen implements SubProtocolCapable {

		@Override
		public List<String> getSubProtocols() {
			return List.of("chat");
		}

	}

	/**
	 * An endpoint of the container.
	 */
	@ServerEndpoint(value = "/jakarta", subprotocols = "chat")
	public static class Jakarta {

		/**
		 * Opens.
		 */
		@OnOpen
		public void open(Session session) {
			session.setMaxIdleTimeout(60_000);
		}

		/**
		 * Answers.
		 */
		@OnMessage
		public String hear(String message) {
			return "heard " + message;
		}

	}

}
