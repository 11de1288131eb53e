package dev.authgate.spring.web.edge;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Finds handshakes of sockets among the requests.
 * <p>
 * Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface Handshakes {

	/** There are no sockets. */
	Handshakes NONE = (request) -> null;

	/**
	 * Reads a handshake.
	 * @param request any request
	 * @return the handshake, or {@code null} if the request asks for no socket
	 */
	@Nullable Handshake of(HttpServletRequest request);

}
