package dev.authgate.sample.thread;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.authgate.AuthUser;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Finds the thread that a socket is to show, or answers 404 as the pages do.
 */
class ThreadInPath implements HandshakeInterceptor {

	private static final String ATTRIBUTE = ThreadInPath.class.getName();

	private final Threads threads;

	ThreadInPath(Threads threads) {
		this.threads = threads;
	}

	static UUID of(WebSocketSession session) {
		return (UUID) session.getAttributes().get(ATTRIBUTE);
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		AuthUser user = WebSocketAuth.in(attributes).user();
		Optional<TeamThread> thread = idIn(request).flatMap((id) -> this.threads.findShownTo(user.id(), id));
		thread.ifPresentOrElse((found) -> attributes.put(ATTRIBUTE, found.id()),
				() -> response.setStatusCode(HttpStatus.NOT_FOUND));
		return thread.isPresent();
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
		// The socket itself tells what it finds.
	}

	private static Optional<UUID> idIn(ServerHttpRequest request) {
		String path = request.getURI().getPath();
		try {
			return Optional.of(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
