package dev.authgate.spring.autoconfigure.websocket;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.autoconfigure.websocket.SpringSocketsConfiguration.CheckedSockets;
import dev.authgate.spring.guard.handler.ContainerSockets;
import dev.authgate.spring.web.GuardAssembly;
import dev.authgate.spring.web.Refuser;
import dev.authgate.spring.websocket.MessageRules;
import dev.authgate.spring.websocket.SocketCallers;
import dev.authgate.spring.websocket.SocketContexts;
import dev.authgate.spring.websocket.endpoint.EndpointFilter;
import dev.authgate.spring.websocket.endpoint.EndpointInstaller;
import dev.authgate.spring.websocket.endpoint.FollowedEndpoints;
import dev.authgate.spring.websocket.endpoint.Handshakes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;

/**
 * The sockets of {@code @ServerEndpoint} classes.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ ServerContainer.class, ServerEndpointExporter.class })
@Lazy
public final class EndpointConfiguration {

	private static final String SERVLET_PATH = "spring.mvc.servlet.path";

	@Bean
	static EndpointInstaller authgateEndpointInstaller(ObjectProvider<FollowedEndpoints> endpoints,
			ObjectProvider<ServletContext> context, Environment environment) {
		return new EndpointInstaller(SingletonSupplier.of(() -> {
			refuseServletPath(environment.getProperty(SERVLET_PATH, "/"));
			return endpoints.getObject();
		}), context::getObject);
	}

	// Rules are about paths below it, and containers know nothing of it.
	private static void refuseServletPath(String path) {
		if (!path.equals("/")) {
			throw new MisconfigurationException(
					SERVLET_PATH + " is " + path + ", but the paths of @ServerEndpoint classes do not start with it, "
							+ "so that no rule of authgate.routes could be about them.",
					"Remove " + SERVLET_PATH + ", and use server.servlet.context-path.");
		}
	}

	@Bean
	Handshakes authgateEndpointHandshakes(GuardAssembly assembly, SocketCallers callers, CheckedSockets checked,
			Refuser refuser) {
		return new Handshakes(assembly.interceptor(), callers, checked.sockets(), refuser);
	}

	@Bean
	FollowedEndpoints authgateFollowedEndpoints(ContainerSockets known, Handshakes handshakes, CheckedSockets checked,
			MessageRules rules, ObjectProvider<SecurityContextHolderStrategy> strategy) {
		return new FollowedEndpoints(known, handshakes, checked.sockets(), rules,
				new SocketContexts(strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy)));
	}

	// Behind the filters that judge, and before the container's, which opens sockets.
	@Bean
	@Lazy(false)
	FilterRegistrationBean<EndpointFilter> authgateEndpointFilter(ObjectProvider<Handshakes> handshakes,
			ObjectProvider<SecurityFilterProperties> security) {
		FilterRegistrationBean<EndpointFilter> registration = new FilterRegistrationBean<>(
				new EndpointFilter(SingletonSupplier.of(handshakes::getObject)));
		registration.setName("authgateEndpointFilter");
		registration.setOrder(security.getIfAvailable(SecurityFilterProperties::new).getOrder() + 1);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD);
		return registration;
	}

}
