package dev.authgate.sample.thread;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.RequirePermission;
import dev.authgate.spring.websocket.WebSocketAuth;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * Shows threads while they grow, and lets those add to them who may.
 */
@Component
@Authenticated(by = { "session", "default" })
@RequirePermission({ "threads:read", "threads:write" })
class LiveThreads extends TextWebSocketHandler {

	static final CloseStatus DELETED = new CloseStatus(4404, "deleted");

	private final Messages messages;

	private final Audience audience;

	private final LiveFrames frames;

	LiveThreads(Messages messages, Audience audience, LiveFrames frames) {
		this.messages = messages;
		this.audience = audience;
		this.frames = frames;
	}

	// Who joins first hears a message twice rather than never; its number tells.
	@Override
	public void afterConnectionEstablished(WebSocketSession session) throws IOException {
		WebSocketAuth auth = WebSocketAuth.of(session);
		UUID thread = ThreadInPath.of(session);
		this.audience.join(thread, session);
		List<NumberedMessage> soFar = auth.has("threads:read") ? this.messages.latestNumbered(thread) : List.of();
		session.sendMessage(this.frames.opening(auth.checkedPermissions(), soFar));
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage frame) throws IOException {
		WebSocketAuth auth = WebSocketAuth.of(session);
		auth.require("threads:write");
		String text = this.frames.textIn(frame);
		if (text == null) {
			session.sendMessage(this.frames.malformed());
		}
		else {
			post(auth.user(), text, session);
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		this.audience.leave(ThreadInPath.of(session), session);
	}

	private void post(AuthUser user, String text, WebSocketSession session) throws IOException {
		UUID thread = ThreadInPath.of(session);
		try {
			this.audience.tell(thread, this.messages.addAll(thread, List.of(Message.of(user, text))));
		}
		catch (DataIntegrityViolationException ex) {
			session.close(DELETED);
		}
	}

}
