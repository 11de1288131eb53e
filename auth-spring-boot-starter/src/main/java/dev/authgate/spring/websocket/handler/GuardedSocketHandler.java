package dev.authgate.spring.websocket.handler;

import java.io.IOException;
import java.util.Map;

import dev.authgate.spring.websocket.MessageRules;
import dev.authgate.spring.websocket.OpenSocket;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketContexts;
import dev.authgate.spring.websocket.WebSocketAuth;
import dev.authgate.spring.web.Exceptions;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/**
 * A handler whose sockets are closed when their callers may no longer have them, and
 * whose messages are handled as their callers'.
 * <p>
 * Safe for use by several threads.
 */
final class GuardedSocketHandler extends WebSocketHandlerDecorator {

	private static final String STOMP = "org.springframework.web.socket.messaging.SubProtocolWebSocketHandler";

	private final OpenSockets sockets;

	private final MessageRules rules;

	private final SocketContexts contexts;

	// Its frames have errors and credentials of their own.
	private final boolean stomp;

	GuardedSocketHandler(WebSocketHandler delegate, OpenSockets sockets, MessageRules rules, SocketContexts contexts) {
		super(delegate);
		this.sockets = sockets;
		this.rules = rules;
		this.contexts = contexts;
		this.stomp = unwrap(delegate).getClass().getName().equals(STOMP);
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) throws Exception {
		GuardedSocket socket = socketOf(session);
		limit(session);
		this.sockets.opened(socket);
		this.contexts.run(socket.auth(), () -> super.afterConnectionEstablished(socket.session()));
	}

	@Override
	public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) throws Exception {
		GuardedSocket socket = socketOf(session);
		if (this.sockets.check(socket) && (this.stomp || !renews(socket, message))) {
			handle(socket, message);
		}
	}

	@Override
	public void handleTransportError(WebSocketSession session, Throwable exception) throws Exception {
		super.handleTransportError(socketOf(session).session(), exception);
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
		GuardedSocket socket = socketOf(session);
		this.sockets.closed(socket);
		this.contexts.run(socket.auth(), () -> super.afterConnectionClosed(socket.session(), status));
	}

	private void limit(WebSocketSession session) {
		Integer maxBytes = this.rules.maxMessageBytes();
		if (maxBytes != null) {
			session.setTextMessageSizeLimit(maxBytes);
			session.setBinaryMessageSizeLimit(maxBytes);
		}
	}

	private boolean renews(GuardedSocket socket, WebSocketMessage<?> message) throws IOException {
		return message instanceof TextMessage text && text.isLast() && this.rules.renews(socket, text.getPayload());
	}

	private void handle(GuardedSocket socket, WebSocketMessage<?> message) throws Exception {
		try {
			this.contexts.run(socket.auth(), () -> super.handleMessage(socket.session(), message));
		}
		catch (Exception ex) {
			RuntimeException denial = Exceptions.denialIn(ex);
			if (denial == null) {
				throw ex;
			}
			this.rules.refuse(socket, Exceptions.refusalOf(denial, socket.auth().applied()));
		}
	}

	private GuardedSocket socketOf(WebSocketSession session) {
		Map<String, Object> attributes = session.getAttributes();
		if (attributes.get(OpenSocket.ATTRIBUTE) instanceof GuardedSocket known) {
			return known;
		}
		GuardedSocket socket = new GuardedSocket(this.stomp ? session : new OrderedSession(session),
				WebSocketAuth.of(session));
		attributes.put(OpenSocket.ATTRIBUTE, socket);
		return socket;
	}

}
