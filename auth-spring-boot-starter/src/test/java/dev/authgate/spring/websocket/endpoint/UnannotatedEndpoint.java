package dev.authgate.spring.websocket.endpoint;

import dev.authgate.RequirePermission;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;

/**
 * Answers without annotated methods.
 */
@RequirePermission("threads:read")
public class UnannotatedEndpoint extends Endpoint {

	@Override
	public void onOpen(Session session, EndpointConfig config) {
		session.addMessageHandler(new Answers(session));
	}

	private record Answers(Session session) implements MessageHandler.Whole<String> {

		@Override
		public void onMessage(String message) {
			this.session.getAsyncRemote().sendText(new PlainEndpoint().answer(message, this.session));
		}

	}

}
