package dev.authgate.spring.websocket.endpoint;

import dev.authgate.RequirePermission;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;

/**
 * Serves those who may read or write, by room.
 */
@ServerEndpoint("/rooms/{room}")
@RequirePermission({ "threads:write", "threads:read", "files:read" })
public class RoomEndpoint {

	private final PlainEndpoint answers = new PlainEndpoint();

	@OnOpen
	public void open(@PathParam("room") String room, Session session) {
		this.answers.open(session);
	}

	@OnMessage
	public String answer(@PathParam("room") String room, String message, Session session) {
		return message.equals("room") ? room : this.answers.answer(message, session);
	}

	@OnClose
	public void close() {
	}

}
