package dev.authgate.spring.websocket.endpoint;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig.Configurator;

/**
 * Uses a bean that asks who calls it.
 */
@ServerEndpoint(value = "/shelf", configurator = ShelfEndpoint.Beans.class)
public class ShelfEndpoint {

	private final Hall.Shelf shelf;

	ShelfEndpoint(Hall.Shelf shelf) {
		this.shelf = shelf;
	}

	@OnOpen
	public void open(Session session) {
	}

	@OnMessage
	public String answer(String message, Session session) {
		return message.equals("put") ? this.shelf.put() : new PlainEndpoint().answer(message, session);
	}

	/**
	 * Gives endpoints their beans.
	 */
	public static class Beans extends Configurator {

		@Override
		@SuppressWarnings("unchecked")
		public <T> T getEndpointInstance(Class<T> type) {
			return (T) new ShelfEndpoint(Hall.SHELF.get());
		}

	}

}
