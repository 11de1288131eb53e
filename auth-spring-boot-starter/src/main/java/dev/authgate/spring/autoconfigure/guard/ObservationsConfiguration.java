package dev.authgate.spring.autoconfigure.guard;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.config.observation.SecurityObservationSettings;

/**
 * Leaves filters unobserved, which multiplies the cost of a request where an application
 * observes anything at all, unless the application asks for it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ ObservationRegistry.class, SecurityObservationSettings.class })
@ConditionalOnBean(ObservationRegistry.class)
public final class ObservationsConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@ConditionalOnMissingBean
	static SecurityObservationSettings authgateObservationSettings() {
		return SecurityObservationSettings.withDefaults().build();
	}

}
