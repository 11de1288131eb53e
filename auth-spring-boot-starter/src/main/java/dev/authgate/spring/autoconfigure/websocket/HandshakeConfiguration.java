package dev.authgate.spring.autoconfigure.websocket;

import dev.authgate.spring.guard.handler.SocketHandlers;
import dev.authgate.spring.web.edge.Handshakes;
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
	Handshakes authgateHandshakes(ObjectProvider<SocketHandlers> sockets) {
		return sockets.stream().findAny().isPresent() ? new HandshakeCredentials() : Handshakes.NONE;
	}

}
