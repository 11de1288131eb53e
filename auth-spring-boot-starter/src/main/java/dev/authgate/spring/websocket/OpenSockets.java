package dev.authgate.spring.websocket;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthUser;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The open sockets of this node, each of which is closed when its caller may no longer
 * have it.
 * <p>
 * Safe for use by several threads.
 */
public final class OpenSockets {

	private static final Log logger = LogFactory.getLog(OpenSockets.class);

	// No user has an empty id.
	private static final String NOBODY = "";

	private final Map<OpenSocket, String> users = new ConcurrentHashMap<>();

	private final Map<String, Integer> counts = new ConcurrentHashMap<>();

	private final SocketCallers callers;

	private final int maxPerUser;

	private final AuthEventListener events;

	private final Executor closer;

	/**
	 * Makes the sockets of one node.
	 * @param callers looks at callers again
	 * @param maxPerUser how many one user may have
	 * @param events is told of sockets that are closed
	 * @param closer closes sockets, which may take as long as a slow client
	 */
	public OpenSockets(SocketCallers callers, int maxPerUser, AuthEventListener events, Executor closer) {
		this.callers = callers;
		this.maxPerUser = maxPerUser;
		this.events = events;
		this.closer = closer;
	}

	/**
	 * Tells whether a user may open one more socket.
	 * @param user the user
	 * @return {@code false} if it has as many as it may
	 */
	public boolean hasRoomFor(AuthUser user) {
		return this.counts.getOrDefault(user.id(), 0) < this.maxPerUser;
	}

	/**
	 * Takes an open socket in, and closes it if its user has too many.
	 * @param socket the socket
	 */
	public void opened(OpenSocket socket) {
		this.users.put(socket, NOBODY);
		count(socket);
	}

	/**
	 * Counts a socket for its user, who was not known when it was opened, and closes it
	 * if the user has too many.
	 * @param socket the socket
	 */
	public void count(OpenSocket socket) {
		AuthUser user = socket.auth().user();
		if (user != null && this.users.replace(socket, NOBODY, user.id())
				&& this.counts.merge(user.id(), 1, Integer::sum) > this.maxPerUser) {
			close(socket, SocketClosing.TOO_MANY);
		}
	}

	/**
	 * Forgets a socket that is closed.
	 * @param socket the socket
	 */
	public void closed(OpenSocket socket) {
		String user = this.users.remove(socket);
		if (user != null && !user.equals(NOBODY)) {
			this.counts.computeIfPresent(user, (id, count) -> (count > 1) ? count - 1 : null);
		}
	}

	/**
	 * Tells how many sockets are open.
	 * @return how many
	 */
	public int size() {
		return this.users.size();
	}

	/**
	 * Looks at the callers of all sockets again, and closes those that may not stay open;
	 * to be called once a second.
	 */
	public void check() {
		for (OpenSocket socket : this.users.keySet()) {
			if (socket.isOpen()) {
				check(socket);
			}
			else {
				closed(socket);
			}
		}
	}

	/**
	 * Looks at the caller of one socket again, before a message of its counts say.
	 * @param socket the socket
	 * @return {@code false} if the socket is being closed
	 */
	public boolean check(OpenSocket socket) {
		SocketClosing before = socket.auth().closing();
		SocketClosing closing = this.callers.check(socket.auth());
		if (closing != null && before == null) {
			close(socket, closing);
		}
		return closing == null;
	}

	/**
	 * Closes a socket, without waiting for its client; nothing that comes from it counts
	 * any more.
	 * @param socket the socket
	 * @param closing why
	 */
	public void close(OpenSocket socket, SocketClosing closing) {
		socket.auth().close(closing);
		AuthUser user = socket.auth().user();
		SocketAddress address = socket.auth().address();
		this.events.onEvent(new AccessRefused((user != null) ? user.id() : null, closing.reason(), "GET",
				address.path(), address.client()));
		this.closer.execute(() -> closeNow(socket, closing));
	}

	private static void closeNow(OpenSocket socket, SocketClosing closing) {
		try {
			socket.close(closing);
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("A socket was lost while it was being closed: " + ex.getClass().getName());
		}
	}

}
