package dev.authgate.spring.websocket.endpoint;

import dev.authgate.OptionalAuthentication;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/**
 * Serves anybody, and knows who it is if it is told.
 */
@ServerEndpoint("/maybe")
@OptionalAuthentication
public class MaybeEndpoint {

	@OnOpen
	public void open(Session session) {
	}

	@OnMessage
	public String answer(String message, Session session) {
		return new PlainEndpoint().answer(message, session);
	}

}
