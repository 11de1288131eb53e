package dev.authgate.spring.websocket.endpoint;

import dev.authgate.AuthUser;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.jspecify.annotations.Nullable;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/**
 * Serves whoever is known.
 */
@ServerEndpoint("/plain")
public class PlainEndpoint {

	private String opened = "never opened";

	@OnOpen
	public void open(Session session) {
		this.opened = nameOf(WebSocketAuth.of(session).user());
	}

	@OnMessage
	public String answer(String message, Session session) {
		WebSocketAuth auth = WebSocketAuth.of(session);
		return switch (message) {
			case "who" -> nameOf(auth.user());
			case "opened by" -> this.opened;
			case "checked" -> String.valueOf(auth.checkedPermissions());
			case "others" -> String.valueOf(session.getOpenSessions().size());
			case "write" -> written(auth);
			default -> "heard " + message;
		};
	}

	@OnClose
	public void close(Session session, CloseReason reason) {
		this.opened = "closed";
	}

	private static String written(WebSocketAuth auth) {
		auth.require("threads:write");
		return "written";
	}

	private static String nameOf(@Nullable AuthUser user) {
		return (user != null) ? user.id() : "nobody";
	}

}
