package dev.authgate.spring.websocket.endpoint;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.spring.web.Exceptions;
import dev.authgate.spring.websocket.MessageRules;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketContexts;
import org.jspecify.annotations.Nullable;

import jakarta.websocket.Session;

/**
 * What becomes of the session of one endpoint: it is closed when its caller may no longer
 * have it, and its messages are handled as its caller's.
 * <p>
 * Safe for use by several threads.
 */
final class FollowedSession {

	private final Parts parts;

	private final AtomicReference<@Nullable EndpointSocket> socket = new AtomicReference<>();

	FollowedSession(Parts parts) {
		this.parts = parts;
	}

	void opened(Session session) {
		EndpointSocket opened = new EndpointSocket(session);
		this.socket.set(opened);
		this.parts.sockets().opened(opened);
	}

	void closed() {
		EndpointSocket known = this.socket.get();
		if (known != null) {
			this.parts.sockets().closed(known);
		}
	}

	/**
	 * Tells whether a message is for the application.
	 */
	boolean takes(@Nullable String text) throws IOException {
		EndpointSocket known = this.socket.get();
		return known == null
				|| (this.parts.sockets().check(known) && (text == null || !this.parts.rules().renews(known, text)));
	}

	/**
	 * Answers a message that is refused.
	 * @return {@code false} if the exception says something else
	 */
	boolean refuses(Throwable exception) throws IOException {
		EndpointSocket known = this.socket.get();
		RuntimeException denial = Exceptions.denialIn(exception);
		if (known == null || denial == null) {
			return false;
		}
		this.parts.rules().refuse(known, Exceptions.refusalOf(denial, known.auth().applied()));
		return true;
	}

	/**
	 * Does something as the caller of the session.
	 */
	void run(SocketContexts.Work work) throws Exception {
		EndpointSocket known = this.socket.get();
		if (known != null) {
			this.parts.contexts().run(known.auth(), work);
		}
		else {
			work.run();
		}
	}

	/**
	 * What follows sessions.
	 *
	 * @param sockets the open ones
	 * @param rules what holds for messages
	 * @param contexts shows Spring Security who sends them
	 */
	record Parts(OpenSockets sockets, MessageRules rules, SocketContexts contexts) {
	}

}
