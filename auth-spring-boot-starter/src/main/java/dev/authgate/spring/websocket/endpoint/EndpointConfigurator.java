package dev.authgate.spring.websocket.endpoint;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.authgate.spring.guard.handler.ContainerSockets.Socket;

import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import jakarta.websocket.server.ServerEndpointConfig.Configurator;

/**
 * Judges each handshake before the endpoint's own configurator is asked, and follows the
 * endpoints that it makes.
 * <p>
 * Safe for use by several threads.
 */
final class EndpointConfigurator extends Configurator {

	private final ServerEndpointConfig endpoint;

	private final Socket socket;

	private final Handshakes handshakes;

	private final UnaryOperator<Object> following;

	/**
	 * Makes the configurator of an endpoint.
	 * @param endpoint the endpoint as the application configures it
	 * @param socket its path and class
	 * @param handshakes judges handshakes
	 * @param following puts what follows sockets around an endpoint
	 */
	EndpointConfigurator(ServerEndpointConfig endpoint, Socket socket, Handshakes handshakes,
			UnaryOperator<Object> following) {
		this.endpoint = endpoint;
		this.socket = socket;
		this.handshakes = handshakes;
		this.following = following;
	}

	// Asked first by all containers, before anything is answered.
	@Override
	public boolean checkOrigin(String origin) {
		this.handshakes.judge(this.socket);
		return own().checkOrigin(origin);
	}

	@Override
	public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
		return own().getNegotiatedSubprotocol(supported, requested);
	}

	@Override
	public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
		return own().getNegotiatedExtensions(installed, requested);
	}

	// What others put there before, for another session say, does not stay.
	@Override
	public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
		own().modifyHandshake(config, request, response);
		this.handshakes.handOver(this.socket, config.getUserProperties());
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T getEndpointInstance(Class<T> type) throws InstantiationException {
		return (T) this.following.apply(own().getEndpointInstance(this.endpoint.getEndpointClass()));
	}

	private Configurator own() {
		return this.endpoint.getConfigurator();
	}

}
