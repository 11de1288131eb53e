package dev.authgate.spring.websocket.endpoint;

import java.util.List;
import java.util.Map;

import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * An endpoint as the application configures it, except for its class and configurator.
 *
 * @param own the application's
 * @param type the class that the container is shown
 * @param configurator ours
 */
record FollowedConfig(ServerEndpointConfig own, Class<?> type,
		EndpointConfigurator configurator) implements ServerEndpointConfig {

	@Override
	public Class<?> getEndpointClass() {
		return this.type;
	}

	@Override
	public String getPath() {
		return this.own.getPath();
	}

	@Override
	public List<String> getSubprotocols() {
		return this.own.getSubprotocols();
	}

	@Override
	public List<Extension> getExtensions() {
		return this.own.getExtensions();
	}

	@Override
	public Configurator getConfigurator() {
		return this.configurator;
	}

	@Override
	public List<Class<? extends Encoder>> getEncoders() {
		return this.own.getEncoders();
	}

	@Override
	public List<Class<? extends Decoder>> getDecoders() {
		return this.own.getDecoders();
	}

	@Override
	public Map<String, Object> getUserProperties() {
		return this.own.getUserProperties();
	}

}
