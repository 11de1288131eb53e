package dev.authgate.spring.websocket.handshake;

import java.util.Map;
import java.util.Set;

/**
 * Where handshakes may carry credentials.
 *
 * @param schemes the names among the subprotocols that a credential follows, in lower
 * case
 * @param parameters the scheme of the credential in each query parameter that may carry
 * one
 */
public record CredentialPlaces(Set<String> schemes, Map<String, String> parameters) {

	/** The scheme of tokens. */
	public static final String BEARER = "bearer";

	/** The scheme of tickets. */
	public static final String TICKET = "ticket";

	/**
	 * Copies the places.
	 */
	public CredentialPlaces {
		schemes = Set.copyOf(schemes);
		parameters = Map.copyOf(parameters);
	}

}
