package dev.authgate.spring.websocket.handler;

import dev.authgate.spring.websocket.MessageRules;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketCallers;
import dev.authgate.spring.websocket.SocketContexts;
import dev.authgate.spring.web.Refuser;

import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * What follows the sockets of Spring, put together.
 * <p>
 * Safe for use by several threads.
 */
public final class SocketParts {

	private final OpenSockets sockets;

	private final MessageRules rules;

	private final SocketContexts contexts;

	private final HandshakeAdmission admission;

	/**
	 * Puts the parts together.
	 * @param callers finds out who opens a socket
	 * @param sockets the open ones
	 * @param rules what holds for messages
	 * @param refuser refuses handshakes
	 * @param strategy holds the security context while a message is handled
	 */
	public SocketParts(SocketCallers callers, OpenSockets sockets, MessageRules rules, Refuser refuser,
			SecurityContextHolderStrategy strategy) {
		this.sockets = sockets;
		this.rules = rules;
		this.contexts = new SocketContexts(strategy);
		this.admission = new HandshakeAdmission(callers, sockets, refuser);
	}

	HandshakeInterceptor admission() {
		return this.admission;
	}

	WebSocketHandler around(WebSocketHandler handler) {
		return new GuardedSocketHandler(handler, this.sockets, this.rules, this.contexts);
	}

}
