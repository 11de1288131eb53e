package dev.authgate.docs.websocket;

import dev.authgate.RequirePermission;
import dev.authgate.spring.websocket.WebSocketAuth;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

@ServerEndpoint("/echo/{room}")
@RequirePermission({ "threads:read", "threads:write" })
public class EchoEndpoint {

	@OnOpen
	public void open(Session session) {
	}

	@OnMessage
	public String say(String text, Session session) {
		WebSocketAuth.of(session).require("threads:write");
		return text;
	}

}
