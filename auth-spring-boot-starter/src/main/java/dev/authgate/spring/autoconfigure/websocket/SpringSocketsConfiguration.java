package dev.authgate.spring.autoconfigure.websocket;

import dev.authgate.spring.guard.handler.SocketHandlers;
import dev.authgate.spring.websocket.SpringSockets;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketHandler;

/**
 * The sockets of Spring.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(WebSocketHandler.class)
public final class SpringSocketsConfiguration {

	@Bean
	SocketHandlers authgateSpringSockets() {
		return new SpringSockets();
	}

}
