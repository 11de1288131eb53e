package dev.authgate.spring.websocket.handshake;

import dev.authgate.spring.web.edge.Handshake;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A handshake as it was read.
 *
 * @param presented the request with its credential
 * @param shown the request without it
 * @param scheme the subprotocol to choose where the application chooses none: a browser
 * gives up where it offered some and none is chosen
 */
record SocketHandshake(HttpServletRequest presented, HttpServletRequest shown,
		@Nullable String scheme) implements Handshake {

	static final String PRESENTED = SocketHandshake.class.getName();

	// Whoever upgrades the connection replaces it by what the application chooses.
	@Override
	public void answer(HttpServletResponse response) {
		if (this.scheme != null) {
			response.setHeader(Subprotocols.HEADER, this.scheme);
		}
		this.shown.setAttribute(PRESENTED, this.presented);
	}

}
