package dev.authgate.spring.websocket.handshake;

import dev.authgate.spring.web.refusal.ErrorCode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses a handshake by a socket that is closed at once.
 * <p>
 * Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface ClosingHandshake {

	/** Refuses none. */
	ClosingHandshake NONE = (code, request, response) -> false;

	/**
	 * Opens a socket and closes it with 1008.
	 * @param code what the client is told
	 * @param request the handshake without its credential
	 * @param response its response, not committed
	 * @return {@code false} if no socket was opened, and the request is still to be
	 * answered
	 */
	boolean close(ErrorCode code, HttpServletRequest request, HttpServletResponse response);

}
