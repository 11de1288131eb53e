package dev.authgate.spring.autoconfigure.guard;

import java.util.List;

import dev.authgate.spring.web.DenialResolver;
import dev.authgate.spring.web.GuardAssembly;
import dev.authgate.spring.web.Refuser;
import dev.authgate.spring.web.caller.CallerArgumentResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * What Spring MVC needs: the check at dispatch, callers as arguments, and denials that no
 * advice of the application swallows.
 */
@Configuration(proxyBeanMethods = false)
public final class MvcConfiguration {

	@Bean
	MappedInterceptor authgateGuardInterceptor(GuardAssembly assembly) {
		return new MappedInterceptor(new String[] { "/**" }, assembly.interceptor());
	}

	@Bean
	DenialResolver authgateDenialResolver(Refuser refuser, ApplicationContext context) {
		return new DenialResolver(refuser, context);
	}

	@Bean
	WebMvcConfigurer authgateCallerArguments(ObjectProvider<SecurityContextHolderStrategy> strategy) {
		CallerArgumentResolver resolver = new CallerArgumentResolver(
				strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy));
		return new WebMvcConfigurer() {

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(resolver);
			}

		};
	}

}
