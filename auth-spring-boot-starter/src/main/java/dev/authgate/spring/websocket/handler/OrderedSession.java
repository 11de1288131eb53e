package dev.authgate.spring.websocket.handler;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * A session on which several threads may send, one after the other: a refusal of ours
 * must not meet a message of the application halfway.
 */
final class OrderedSession extends WebSocketSessionDecorator implements NativeWebSocketSession {

	private final ReentrantLock sending = new ReentrantLock();

	OrderedSession(WebSocketSession delegate) {
		super(delegate);
	}

	@Override
	public void sendMessage(WebSocketMessage<?> message) throws IOException {
		this.sending.lock();
		try {
			super.sendMessage(message);
		}
		finally {
			this.sending.unlock();
		}
	}

	@Override
	public Object getNativeSession() {
		return (getDelegate() instanceof NativeWebSocketSession known) ? known.getNativeSession() : getDelegate();
	}

	@Override
	public <T> @Nullable T getNativeSession(@Nullable Class<T> requiredType) {
		return (getDelegate() instanceof NativeWebSocketSession known) ? known.getNativeSession(requiredType) : null;
	}

}
