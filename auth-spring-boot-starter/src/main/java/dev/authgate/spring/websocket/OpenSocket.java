package dev.authgate.spring.websocket;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An open socket that can be closed.
 * <p>
 * Two are equal if they are the same socket. Safe for use by several threads.
 */
public interface OpenSocket {

	/** The attribute of a session that holds its object of this type. */
	String ATTRIBUTE = OpenSocket.class.getName();

	/**
	 * Finds a socket among its attributes.
	 * @param attributes the attributes of the socket's session
	 * @return the socket, or {@code null} if nobody follows it
	 */
	static @Nullable OpenSocket in(Map<String, Object> attributes) {
		return (attributes.get(ATTRIBUTE) instanceof OpenSocket socket) ? socket : null;
	}

	/**
	 * Gives what is known of the socket's caller.
	 * @return the same object for as long as the socket is open
	 */
	WebSocketAuth auth();

	/**
	 * Tells whether the socket is still open, for those of whose end nobody hears.
	 * @return {@code false} if it is to be forgotten
	 */
	default boolean isOpen() {
		return true;
	}

	/**
	 * Sends a text message of ours.
	 * @param text the message
	 * @throws IOException if the connection is lost
	 */
	void send(String text) throws IOException;

	/**
	 * Closes the socket; may wait for a slow client.
	 * @param closing why
	 * @throws IOException if the connection is lost
	 */
	void close(SocketClosing closing) throws IOException;

}
