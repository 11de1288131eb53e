package dev.authgate.spring.autoconfigure.websocket;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/**
 * Applications without a message broker, whose rules for destinations would guard
 * nothing.
 */
@Configuration(proxyBeanMethods = false)
public final class MissingBrokerConfiguration {

	private static final String DISPATCHER = "org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler";

	@Bean
	SmartInitializingSingleton authgateUselessDestinations(AuthgateProperties properties, ListableBeanFactory beans) {
		return () -> {
			if (!properties.websocket().destinations().isEmpty() && !hasBroker(beans)) {
				throw new MisconfigurationException(
						"authgate.websocket.destinations has rules, but the application has no message broker.",
						"Add @EnableWebSocketMessageBroker, or remove the rules.");
			}
		};
	}

	private static boolean hasBroker(ListableBeanFactory beans) {
		ClassLoader loader = beans.getClass().getClassLoader();
		return ClassUtils.isPresent(DISPATCHER, loader)
				&& beans.getBeanNamesForType(ClassUtils.resolveClassName(DISPATCHER, loader)).length > 0;
	}

}
