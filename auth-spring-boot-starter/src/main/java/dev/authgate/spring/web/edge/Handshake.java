package dev.authgate.spring.web.edge;

import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

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

	/**
	 * Tells whether it is refused whoever asks.
	 * @return why, or {@code null} if it is to be judged
	 */
	@Nullable Refusal refusal();

	/**
	 * Refuses by a socket that is closed at once, where that is configured.
	 * @param refusal why
	 * @param response the response, not committed
	 * @return {@code false} if the request is still to be answered
	 */
	boolean close(Refusal refusal, HttpServletResponse response);

}
