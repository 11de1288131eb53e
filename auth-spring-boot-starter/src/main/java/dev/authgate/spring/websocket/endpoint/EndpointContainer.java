package dev.authgate.spring.websocket.endpoint;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * A container of endpoints, each of which is guarded.
 * <p>
 * Safe for use by several threads.
 */
final class EndpointContainer implements InvocationHandler {

	private final ServerContainer container;

	private final FollowedEndpoints endpoints;

	private EndpointContainer(ServerContainer container, FollowedEndpoints endpoints) {
		this.container = container;
		this.endpoints = endpoints;
	}

	static ServerContainer around(ServerContainer container, FollowedEndpoints endpoints) {
		if (Proxy.isProxyClass(container.getClass())
				&& Proxy.getInvocationHandler(container) instanceof EndpointContainer) {
			return container;
		}
		Integer limit = endpoints.maxMessageBytes();
		if (limit != null) {
			container.setDefaultMaxTextMessageBufferSize(limit);
			container.setDefaultMaxBinaryMessageBufferSize(limit);
		}
		return (ServerContainer) Proxy.newProxyInstance(EndpointContainer.class.getClassLoader(),
				new Class<?>[] { ServerContainer.class }, new EndpointContainer(container, endpoints));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		if (method.getName().equals("addEndpoint") && arguments != null) {
			ServerEndpointConfig guarded = guarded(arguments[0]);
			if (guarded != null) {
				this.container.addEndpoint(guarded);
				return null;
			}
		}
		try {
			return method.invoke(this.container, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	// What is neither, the container refuses in its own words.
	private @Nullable ServerEndpointConfig guarded(@Nullable Object endpoint) {
		if (endpoint instanceof ServerEndpointConfig config) {
			return this.endpoints.of(config);
		}
		Class<?> type = (endpoint instanceof Class<?> named) ? ClassUtils.getUserClass(named) : Object.class;
		ServerEndpoint annotation = type.getAnnotation(ServerEndpoint.class);
		return (annotation != null) ? this.endpoints.of(type, annotation) : null;
	}

}
