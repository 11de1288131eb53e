package dev.authgate.spring.autoconfigure.guard;

import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.method.MethodGuards;

import org.springframework.aop.Advisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.util.function.SingletonSupplier;

/**
 * Permissions and roles on beans, beside Spring Security's own method security.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
public final class MethodConfiguration {

	// Static and of the infrastructure, or beans made before it would go unguarded.
	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Advisor authgateMethodGuards(ObjectProvider<RequirementReader> reader) {
		return MethodGuards.advisor(SingletonSupplier.of(reader::getObject));
	}

}
