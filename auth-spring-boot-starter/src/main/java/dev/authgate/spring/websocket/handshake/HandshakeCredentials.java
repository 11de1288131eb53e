package dev.authgate.spring.websocket.handshake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.authgate.spring.web.edge.Handshake;
import dev.authgate.spring.web.edge.Handshakes;
import dev.authgate.spring.web.origin.SocketUpgrade;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads the credentials that handshakes carry where other requests have an
 * {@code Authorization} header, and lets nobody else see them.
 * <p>
 * Immutable.
 */
public final class HandshakeCredentials implements Handshakes {

	private static final String AUTHORIZATION = "Authorization";

	@Override
	public @Nullable Handshake of(HttpServletRequest request) {
		return SocketUpgrade.isAskedBy(request) ? read(request) : null;
	}

	// All of them are shown as headers of the same name: two credentials are refused as
	// two headers are.
	private Handshake read(HttpServletRequest request) {
		Subprotocols offered = Subprotocols.of(request);
		if (offered.scheme() == null) {
			return new SocketHandshake(request, request, null);
		}
		List<String> credentials = new ArrayList<>(Collections.list(request.getHeaders(AUTHORIZATION)));
		offered.bearers().forEach((token) -> credentials.add("Bearer " + token));
		HttpServletRequest shown = new HandshakeRequest(request, Subprotocols.HEADER,
				List.of(String.join(", ", offered.names())));
		return new SocketHandshake(new HandshakeRequest(shown, AUTHORIZATION, List.copyOf(credentials)), shown,
				offered.scheme());
	}

}
