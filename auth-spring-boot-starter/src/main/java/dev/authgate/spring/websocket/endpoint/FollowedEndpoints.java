package dev.authgate.spring.websocket.endpoint;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.authgate.spring.guard.handler.ContainerSockets;
import dev.authgate.spring.guard.handler.ContainerSockets.Socket;
import dev.authgate.spring.websocket.MessageRules;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketContexts;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import jakarta.websocket.server.ServerEndpointConfig.Configurator;

/**
 * Endpoints as containers are shown them: guarded, and followed.
 * <p>
 * Safe for use by several threads.
 */
public final class FollowedEndpoints {

	private final ContainerSockets known;

	private final Handshakes handshakes;

	private final FollowedSession.Parts parts;

	/**
	 * Makes the endpoints of one application.
	 * @param known takes their paths in
	 * @param handshakes judges handshakes
	 * @param sockets the open ones
	 * @param rules what holds for messages
	 * @param contexts shows Spring Security who sends them
	 */
	public FollowedEndpoints(ContainerSockets known, Handshakes handshakes, OpenSockets sockets, MessageRules rules,
			SocketContexts contexts) {
		this.known = known;
		this.handshakes = handshakes;
		this.parts = new FollowedSession.Parts(sockets, rules, contexts);
	}

	ServerEndpointConfig of(ServerEndpointConfig config) {
		Class<?> type = ClassUtils.getUserClass(config.getEndpointClass());
		boolean annotated = !Endpoint.class.isAssignableFrom(type);
		UnaryOperator<Object> following = annotated ? aroundAnnotated(type, config.getPath()) : this::around;
		Socket socket = this.known.add(config.getPath(), type);
		EndpointConfigurator configurator = new EndpointConfigurator(config, socket, this.handshakes, following);
		return new FollowedConfig(config, annotated ? shown(type, config.getPath()) : FollowedEndpoint.class,
				configurator);
	}

	ServerEndpointConfig of(Class<?> type, ServerEndpoint annotation) {
		return of(ServerEndpointConfig.Builder.create(type, annotation.value())
			.decoders(List.of(annotation.decoders()))
			.encoders(List.of(annotation.encoders()))
			.subprotocols(List.of(annotation.subprotocols()))
			.configurator(namesConfigurator(annotation) ? BeanUtils.instantiateClass(annotation.configurator()) : null)
			.build());
	}

	@Nullable Integer maxMessageBytes() {
		return this.parts.rules().maxMessageBytes();
	}

	private UnaryOperator<Object> aroundAnnotated(Class<?> type, String path) {
		EndpointMethods methods = EndpointMethods.of(type);
		if (!methods.canBeFollowed()) {
			return UnaryOperator.identity();
		}
		Class<?> intercepted = GeneratedTypes.intercepted(type, path);
		return (endpoint) -> GeneratedTypes.instance(intercepted,
				new FollowedCalls(endpoint, methods, new FollowedSession(this.parts)));
	}

	private Object around(Object endpoint) {
		return new FollowedEndpoint((Endpoint) endpoint, new FollowedSession(this.parts));
	}

	private static Class<?> shown(Class<?> type, String path) {
		ServerEndpoint annotation = type.getAnnotation(ServerEndpoint.class);
		return (annotation != null && namesConfigurator(annotation)) ? GeneratedTypes.withoutConfigurator(type, path)
				: type;
	}

	private static boolean namesConfigurator(ServerEndpoint annotation) {
		return annotation.configurator() != Configurator.class;
	}

}
