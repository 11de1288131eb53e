package dev.authgate.spring.websocket.handshake;

import java.util.Set;

import dev.authgate.spring.web.edge.Handshake;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
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
 * @param refusals how it is refused
 */
record SocketHandshake(HttpServletRequest presented, HttpServletRequest shown, @Nullable String scheme,
		HandshakeRefusals refusals) implements Handshake {

	static final String PRESENTED = SocketHandshake.class.getName();

	private static final Set<Integer> CLOSING = Set.of(401, 403, 429, 503);

	// Whoever upgrades the connection replaces it by what the application chooses.
	@Override
	public void answer(HttpServletResponse response) {
		if (this.scheme != null) {
			response.setHeader(Subprotocols.HEADER, this.scheme);
		}
		this.shown.setAttribute(PRESENTED, this.presented);
	}

	@Override
	public @Nullable Refusal refusal() {
		return this.refusals.limit().refusalOf(this.shown);
	}

	// Another site gets no socket, not even one that is closed.
	@Override
	public boolean close(Refusal refusal, HttpServletResponse response) {
		return CLOSING.contains(refusal.status()) && refusal.code() != ErrorCode.CSRF
				&& this.refusals.closing().close(refusal.code(), this.shown, response);
	}

}
