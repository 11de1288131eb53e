package dev.authgate.spring.autoconfigure.websocket;

import java.util.Map;
import java.util.Set;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.handler.SocketHandlers;
import dev.authgate.spring.request.CountedAttempts;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.websocket.WebSocketProperties;
import dev.authgate.spring.settings.websocket.WebSocketProperties.OnFailure;
import dev.authgate.spring.web.edge.Handshakes;
import dev.authgate.spring.websocket.handshake.ClosingHandshake;
import dev.authgate.spring.websocket.handshake.CredentialPlaces;
import dev.authgate.spring.websocket.handshake.HandshakeCredentials;
import dev.authgate.spring.websocket.handshake.HandshakeLimit;
import dev.authgate.spring.websocket.handshake.HandshakeRefusals;

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
	Handshakes authgateHandshakes(ObjectProvider<SocketHandlers> sockets, AuthgateProperties properties,
			CountedAttempts attempts, ObjectProvider<ClosingHandshake> closing) {
		if (sockets.stream().findAny().isEmpty()) {
			return Handshakes.NONE;
		}
		boolean closes = properties.websocket().onFailure() == OnFailure.CLOSE_1008;
		ClosingHandshake refusals = closes ? closing.getIfAvailable(HandshakeConfiguration::missing)
				: ClosingHandshake.NONE;
		return new HandshakeCredentials(places(properties.websocket()),
				new HandshakeRefusals(new HandshakeLimit(attempts), refusals));
	}

	private static ClosingHandshake missing() {
		throw new MisconfigurationException(
				"authgate.websocket.on-failure is close-1008, and Spring's WebSocket support is not on the class path.",
				"Add the dependency org.springframework.boot:spring-boot-starter-websocket, or remove the property.");
	}

	private static CredentialPlaces places(WebSocketProperties sockets) {
		String parameter = sockets.queryParameter();
		return new CredentialPlaces(Set.of(CredentialPlaces.BEARER),
				(parameter != null) ? Map.of(parameter, CredentialPlaces.BEARER) : Map.of());
	}

}
