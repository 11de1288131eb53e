package dev.authgate.spring.websocket.endpoint;

import dev.authgate.PublicAccess;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/**
 * Serves anybody, and does not ask who it is.
 */
@ServerEndpoint("/open/{name}")
@PublicAccess
public final class OpenEndpoint {

	@OnMessage
	public String answer(String message) {
		return "heard " + message;
	}

}
