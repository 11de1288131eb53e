package dev.authgate.spring.autoconfigure;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that refuses to start a reactive application, whose routes would all
 * be unguarded.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.REACTIVE)
@Import(AuthgateReactiveAutoConfiguration.Refusal.class)
public final class AuthgateReactiveAutoConfiguration {

	/**
	 * Refuses before any bean exists.
	 */
	static final class Refusal implements BeanRegistrar {

		@Override
		public void register(BeanRegistry registry, Environment environment) {
			throw new MisconfigurationException(
					"This is a reactive web application (WebFlux), and Authgate guards servlet applications only.",
					"""
							Use spring-boot-starter-webmvc in place of spring-boot-starter-webflux. If both are there, set
							    spring.main.web-application-type: servlet
							To keep WebFlux, remove auth-spring-boot-starter.""");
		}

	}

}
