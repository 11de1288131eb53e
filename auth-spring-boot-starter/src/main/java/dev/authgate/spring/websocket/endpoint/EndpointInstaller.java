package dev.authgate.spring.websocket.endpoint;

import java.util.function.Supplier;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;

/**
 * Has endpoints added to a container in which each of them is guarded.
 */
public final class EndpointInstaller implements BeanPostProcessor {

	private final Supplier<FollowedEndpoints> endpoints;

	private final Supplier<ServletContext> context;

	/**
	 * Makes an installer.
	 * @param endpoints guards endpoints, asked for with the first container
	 * @param context knows the container
	 */
	public EndpointInstaller(Supplier<FollowedEndpoints> endpoints, Supplier<ServletContext> context) {
		this.endpoints = endpoints;
		this.context = context;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof ServerEndpointExporter exporter && this.context.get()
			.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer container) {
			exporter.setServerContainer(EndpointContainer.around(container, this.endpoints.get()));
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof ServerContainer container) ? EndpointContainer.around(container, this.endpoints.get())
				: bean;
	}

}
