package dev.authgate.spring.websocket.handshake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.authgate.AuthorizationHeader;
import dev.authgate.AuthorizationHeader.Present;
import dev.authgate.secret.Secret;
import dev.authgate.spring.guard.handler.QueryParameters;
import dev.authgate.spring.web.edge.Handshake;
import dev.authgate.spring.web.edge.Handshakes;
import dev.authgate.spring.web.origin.SocketUpgrade;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads the credentials that handshakes carry where other requests have an
 * {@code Authorization} header, and lets nobody else see them.
 * <p>
 * Immutable.
 */
public final class HandshakeCredentials implements Handshakes {

	private static final String AUTHORIZATION = "Authorization";

	private final CredentialPlaces places;

	private final HandshakeRefusals refusals;

	private final @Nullable Vouchers vouchers;

	/**
	 * Makes a reader.
	 * @param places where credentials are looked for
	 * @param refusals how handshakes are refused
	 * @param vouchers judges tickets, {@code null} where there are none
	 */
	public HandshakeCredentials(CredentialPlaces places, HandshakeRefusals refusals, @Nullable Vouchers vouchers) {
		this.vouchers = vouchers;
		this.places = places;
		this.refusals = refusals;
	}

	/**
	 * Gives a handshake that was let through as authenticators saw it.
	 * @param request the request as it is shown to everybody
	 * @return the request with its credential, for no longer than it is served
	 */
	public static HttpServletRequest presented(HttpServletRequest request) {
		HttpServletRequest presented = (HttpServletRequest) request.getAttribute(SocketHandshake.PRESENTED);
		return (presented != null) ? presented : request;
	}

	@Override
	public @Nullable Handshake of(HttpServletRequest request) {
		return SocketUpgrade.isAskedBy(request) ? read(request) : null;
	}

	// All of them are shown as headers of the same name: two credentials are refused as
	// two headers are.
	private Handshake read(HttpServletRequest request) {
		Subprotocols offered = Subprotocols.of(request, this.places.schemes());
		List<String> hidden = new ArrayList<>(offered.credentials());
		hidden.addAll(inQuery(request));
		if (hidden.isEmpty()) {
			return new SocketHandshake(request, request, null, this.refusals);
		}
		List<String> credentials = new ArrayList<>(Collections.list(request.getHeaders(AUTHORIZATION)));
		credentials.addAll(hidden);
		HttpServletRequest shown = shown(request, offered);
		return new SocketHandshake(presented(shown, List.copyOf(credentials)), shown, offered.scheme(), this.refusals);
	}

	private HttpServletRequest presented(HttpServletRequest shown, List<String> credentials) {
		if (this.vouchers != null && AuthorizationHeader.parse(credentials) instanceof Present present
				&& present.isScheme(CredentialPlaces.TICKET)) {
			return new TicketRequest(shown, Secret.of(present.credentials()), this.vouchers);
		}
		return new HandshakeRequest(shown, AUTHORIZATION, credentials);
	}

	private HttpServletRequest shown(HttpServletRequest request, Subprotocols offered) {
		Map<String, String> parameters = this.places.parameters();
		HttpServletRequest shown = parameters.isEmpty() ? request : new HiddenParameters(request, parameters.keySet());
		return (offered.scheme() != null)
				? new HandshakeRequest(shown, Subprotocols.HEADER, List.of(String.join(", ", offered.names()))) : shown;
	}

	private List<String> inQuery(HttpServletRequest request) {
		Map<String, String> parameters = this.places.parameters();
		if (parameters.isEmpty() || request.getQueryString() == null) {
			return List.of();
		}
		MultiValueMap<String, String> query = QueryParameters.parseAll(request.getQueryString());
		List<String> found = new ArrayList<>();
		parameters.forEach((name, scheme) -> query.getOrDefault(name, List.of())
			.forEach((value) -> found.add(scheme + " " + value)));
		return found;
	}

}
