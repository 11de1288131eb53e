package dev.authgate.sample.thread;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.spring.websocket.WebSocketAuth;

import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;

/**
 * Who has which thread open at this instance.
 */
@Component
class Audience {

	private static final int SEND_LIMIT_MILLIS = 5_000;

	private static final int BUFFER_LIMIT_BYTES = 256 * 1024;

	private final Map<UUID, Map<String, WebSocketSession>> sessions = new ConcurrentHashMap<>();

	private final LiveFrames frames;

	Audience(LiveFrames frames) {
		this.frames = frames;
	}

	// A reader who takes nothing in must not hold up the others.
	void join(UUID thread, WebSocketSession session) {
		WebSocketSession bounded = new ConcurrentWebSocketSessionDecorator(session, SEND_LIMIT_MILLIS,
				BUFFER_LIMIT_BYTES);
		this.sessions.compute(thread, (id, present) -> {
			Map<String, WebSocketSession> all = (present != null) ? present : new ConcurrentHashMap<>();
			all.put(session.getId(), bounded);
			return all;
		});
	}

	void leave(UUID thread, WebSocketSession session) {
		this.sessions.computeIfPresent(thread, (id, present) -> {
			present.remove(session.getId());
			return present.isEmpty() ? null : present;
		});
	}

	void tell(UUID thread, List<NumberedMessage> messages) {
		TextMessage news = this.frames.news(messages);
		for (WebSocketSession session : sessionsOf(thread)) {
			if (WebSocketAuth.of(session).has("threads:read")) {
				send(news, session);
			}
		}
	}

	private Collection<WebSocketSession> sessionsOf(UUID thread) {
		return this.sessions.getOrDefault(thread, Map.of()).values();
	}

	private static void send(TextMessage news, WebSocketSession session) {
		try {
			session.sendMessage(news);
		}
		catch (IOException | IllegalStateException | SessionLimitExceededException ex) {
			close(session);
		}
	}

	private static void close(WebSocketSession session) {
		try {
			session.close();
		}
		catch (IOException ex) {
			// It is lost already.
		}
	}

}
