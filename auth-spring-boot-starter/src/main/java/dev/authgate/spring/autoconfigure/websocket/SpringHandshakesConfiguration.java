package dev.authgate.spring.autoconfigure.websocket;

import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.websocket.handshake.ClosingHandshake;
import dev.authgate.spring.websocket.handshake.Origins;
import dev.authgate.spring.websocket.handshake.SpringClosingHandshake;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.socket.WebSocketHandler;

/**
 * How Spring's handshakes are refused, and which other origins may open its sockets.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(WebSocketHandler.class)
public final class SpringHandshakesConfiguration {

	@Bean
	ClosingHandshake authgateClosingHandshake() {
		return new SpringClosingHandshake();
	}

	// Not before all handlers are registered.
	@Bean
	SmartInitializingSingleton authgateSocketOrigins(AuthgateProperties properties,
			ObjectProvider<AbstractUrlHandlerMapping> mappings) {
		Origins origins = new Origins(properties.websocket().allowedOrigins());
		boolean any = !properties.websocket().allowedOrigins().isEmpty();
		return () -> {
			if (any) {
				mappings.stream().forEach((mapping) -> mapping.getHandlerMap().values().forEach(origins::allow));
			}
		};
	}

}
