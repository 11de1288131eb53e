package dev.authgate.spring.autoconfigure.websocket;

import java.util.HashMap;
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
import dev.authgate.spring.websocket.handshake.Vouchers;

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
			CountedAttempts attempts, ObjectProvider<ClosingHandshake> closing, ObjectProvider<Vouchers> tickets) {
		if (sockets.stream().findAny().isEmpty()) {
			return Handshakes.NONE;
		}
		boolean closes = properties.websocket().onFailure() == OnFailure.CLOSE_1008;
		ClosingHandshake refusals = closes ? closing.getIfAvailable(HandshakeConfiguration::missing)
				: ClosingHandshake.NONE;
		Vouchers vouchers = tickets.getIfAvailable();
		return new HandshakeCredentials(places(properties.websocket(), vouchers != null),
				new HandshakeRefusals(new HandshakeLimit(attempts), refusals), vouchers);
	}

	private static ClosingHandshake missing() {
		throw new MisconfigurationException(
				"authgate.websocket.on-failure is close-1008, and Spring's WebSocket support is not on the class path.",
				"Add the dependency org.springframework.boot:spring-boot-starter-websocket, or remove the property.");
	}

	private static CredentialPlaces places(WebSocketProperties sockets, boolean tickets) {
		Map<String, String> parameters = new HashMap<>();
		if (sockets.queryParameter() != null) {
			parameters.put(sockets.queryParameter(), CredentialPlaces.BEARER);
		}
		if (sockets.ticketQueryParameter() != null) {
			parameters.put(sockets.ticketQueryParameter(), CredentialPlaces.TICKET);
		}
		if (sockets.ticketQueryParameter() != null && !tickets) {
			throw new MisconfigurationException(
					"authgate.websocket.ticket-query-parameter is set, and no tickets are issued.",
					"Set authgate.endpoints.ws-ticket.enabled to true, or remove the parameter.");
		}
		return new CredentialPlaces(
				tickets ? Set.of(CredentialPlaces.BEARER, CredentialPlaces.TICKET) : Set.of(CredentialPlaces.BEARER),
				parameters);
	}

}
