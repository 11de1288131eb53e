package dev.authgate.spring.websocket.handler;

import java.io.IOException;

import dev.authgate.spring.websocket.OpenSocket;
import dev.authgate.spring.websocket.SocketClosing;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * An open socket of Spring.
 *
 * @param session the session
 * @param auth who is behind it
 */
record GuardedSocket(WebSocketSession session, WebSocketAuth auth) implements OpenSocket {

	@Override
	public void send(String text) throws IOException {
		this.session.sendMessage(new TextMessage(text));
	}

	@Override
	public void close(SocketClosing closing) throws IOException {
		this.session.close(new CloseStatus(closing.code(), closing.reason()));
	}

	// One session is one socket, whatever else is wrapped around it.
	@Override
	public boolean equals(Object other) {
		return other instanceof GuardedSocket socket && this.auth == socket.auth;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.auth);
	}

}
