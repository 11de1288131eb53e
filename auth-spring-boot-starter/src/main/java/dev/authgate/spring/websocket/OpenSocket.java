package dev.authgate.spring.websocket;

import java.io.IOException;

/**
 * An open socket that can be closed.
 * <p>
 * Two are equal if they are the same socket. Safe for use by several threads.
 */
public interface OpenSocket {

	/**
	 * Gives what is known of the socket's caller.
	 * @return the same object for as long as the socket is open
	 */
	WebSocketAuth auth();

	/**
	 * Closes the socket; may wait for a slow client.
	 * @param closing why
	 * @throws IOException if the connection is lost
	 */
	void close(SocketClosing closing) throws IOException;

}
