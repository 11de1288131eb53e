package dev.authgate.spring.websocket.endpoint;

import dev.authgate.RequirePermission;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig.Configurator;

/**
 * Is made by a configurator of its own, one for all.
 */
@ServerEndpoint(value = "/made", configurator = MadeEndpoint.Maker.class)
@RequirePermission("threads:read")
public class MadeEndpoint {

	private static final MadeEndpoint ONE = new MadeEndpoint("made");

	private final String how;

	protected MadeEndpoint(String how) {
		this.how = how;
	}

	@OnOpen
	public void open(Session session) {
	}

	@OnMessage
	public String answer(String message, Session session) {
		return message.equals("how") ? this.how : new PlainEndpoint().answer(message, session);
	}

	/**
	 * Gives all sessions the same.
	 */
	public static class Maker extends Configurator {

		@Override
		@SuppressWarnings("unchecked")
		public <T> T getEndpointInstance(Class<T> type) {
			return (T) ONE;
		}

	}

}
