package dev.authgate.docs.websocket;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.RequirePermission;
import dev.authgate.spring.websocket.WebSocketAuth;

import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

@Component
@RequirePermission({ "threads:read", "threads:write" })
class RoomHandler extends TextWebSocketHandler {

	private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();

	@Override
	public void afterConnectionEstablished(WebSocketSession session) throws IOException {
		this.open.put(session.getId(), session);
		session.sendMessage(new TextMessage("You may " + WebSocketAuth.of(session).checkedPermissions()));
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
		WebSocketAuth auth = WebSocketAuth.of(session);
		auth.require("threads:write");
		TextMessage news = new TextMessage(auth.user().id() + ": " + message.getPayload());
		for (WebSocketSession other : this.open.values()) {
			if (WebSocketAuth.of(other).has("threads:read")) {
				other.sendMessage(news);
			}
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		this.open.remove(session.getId());
	}

}
