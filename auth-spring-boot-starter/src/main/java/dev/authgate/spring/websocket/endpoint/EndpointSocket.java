package dev.authgate.spring.websocket.endpoint;

import java.io.IOException;

import dev.authgate.spring.websocket.OpenSocket;
import dev.authgate.spring.websocket.SocketClosing;
import dev.authgate.spring.websocket.WebSocketAuth;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;

/**
 * An open socket of an endpoint.
 */
final class EndpointSocket implements OpenSocket {

	private final Session session;

	private final WebSocketAuth auth;

	EndpointSocket(Session session) {
		this.session = session;
		this.auth = WebSocketAuth.of(session);
	}

	@Override
	public WebSocketAuth auth() {
		return this.auth;
	}

	@Override
	public boolean isOpen() {
		return this.session.isOpen();
	}

	// Sessions take one message at a time, and this is what applications lock for it.
	@Override
	public void send(String text) throws IOException {
		synchronized (this.session) {
			this.session.getBasicRemote().sendText(text);
		}
	}

	@Override
	public void close(SocketClosing closing) throws IOException {
		this.session.close(new CloseReason(CloseCodes.getCloseCode(closing.code()), closing.reason()));
	}

}
