package dev.authgate.spring.autoconfigure.websocket;

import java.util.Map;
import java.util.Set;

import dev.authgate.spring.guard.handler.SocketHandlers;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.websocket.WebSocketProperties;
import dev.authgate.spring.web.edge.Handshakes;
import dev.authgate.spring.websocket.handshake.CredentialPlaces;
import dev.authgate.spring.websocket.handshake.HandshakeCredentials;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How credentials come with handshakes.
 */
@Configuration(proxyBeanMethods = false)
public final class HandshakeConfiguration {

	// Where nothing can open a socket no request is looked at.
	@Bean
	Handshakes authgateHandshakes(ObjectProvider<SocketHandlers> sockets, AuthgateProperties properties) {
		return sockets.stream().findAny().isPresent() ? new HandshakeCredentials(places(properties.websocket()))
				: Handshakes.NONE;
	}

	private static CredentialPlaces places(WebSocketProperties sockets) {
		String parameter = sockets.queryParameter();
		return new CredentialPlaces(Set.of(CredentialPlaces.BEARER),
				(parameter != null) ? Map.of(parameter, CredentialPlaces.BEARER) : Map.of());
	}

}
