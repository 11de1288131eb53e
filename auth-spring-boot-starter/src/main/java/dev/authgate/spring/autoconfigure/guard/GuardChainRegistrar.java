package dev.authgate.spring.autoconfigure.guard;

import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.AuthgateProperties.CatchAll;
import dev.authgate.spring.settings.BoundProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.Ordered;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Registers the filter chain that takes every request which no chain of the application
 * takes.
 */
public final class GuardChainRegistrar implements BeanRegistrar {

	public static final String CHAIN = "authgateSecurityFilterChain";

	private static final Log logger = LogFactory.getLog(GuardChainRegistrar.class);

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		AuthgateProperties properties = BoundProperties.of(environment);
		if (properties.catchAll() == CatchAll.NONE) {
			logger.warn("authgate.catch-all is 'none': requests that no SecurityFilterChain of the application takes "
					+ "are not authenticated by authgate");
			return;
		}
		registry.registerBean(CHAIN, SecurityFilterChain.class, (spec) -> spec.order(Ordered.LOWEST_PRECEDENCE)
			.supplier((context) -> context.bean(GuardChain.class).build(context.bean(HttpSecurity.class))));
		if (!usesBootUser(environment)) {
			registry.registerBean("authgateAuthenticationManagerResolver",
					new ParameterizedTypeReference<AuthenticationManagerResolver<HttpServletRequest>>() {
					}, (spec) -> spec.supplier((context) -> GuardChainRegistrar::noManager));
		}
	}

	// Its presence keeps Boot from making up a user whose password would open nothing.
	private static org.springframework.security.authentication.AuthenticationManager noManager(
			HttpServletRequest request) {
		return (authentication) -> {
			throw new ProviderNotFoundException("Authgate's authenticators judge requests, not authentication tokens");
		};
	}

	private static boolean usesBootUser(Environment environment) {
		return environment.containsProperty("spring.security.user.name")
				|| environment.containsProperty("spring.security.user.password");
	}

}
