package dev.authgate.spring.autoconfigure.websocket;

import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.websocket.handshake.Origins;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.socket.WebSocketHandler;

/**
 * Which other origins may open Spring's sockets.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(WebSocketHandler.class)
public final class OriginsConfiguration {

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
