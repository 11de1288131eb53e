package dev.authgate.spring.autoconfigure.websocket;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Applications without a message broker, whose rules for destinations would guard
 * nothing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(
		type = "org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler")
public final class MissingBrokerConfiguration {

	@Bean
	SmartInitializingSingleton authgateUselessDestinations(AuthgateProperties properties) {
		return () -> {
			if (!properties.websocket().destinations().isEmpty()) {
				throw new MisconfigurationException(
						"authgate.websocket.destinations has rules, but the application has no message broker.",
						"Add @EnableWebSocketMessageBroker, or remove the rules.");
			}
		};
	}

}
