package dev.authgate.spring.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request for a socket, which may carry its credential in a place of its own.
 * <p>
 * For use by the thread that serves the request.
 */
public interface Handshake {

	/**
	 * Gives the request as authenticators are to see it.
	 * @return the request with its credential
	 */
	HttpServletRequest presented();

	/**
	 * Gives the request as everybody behind is to see it.
	 * @return the request without its credential
	 */
	HttpServletRequest shown();

	/**
	 * Prepares the answer of a handshake that is let through.
	 * @param response the response, not committed
	 */
	void answer(HttpServletResponse response);

}
