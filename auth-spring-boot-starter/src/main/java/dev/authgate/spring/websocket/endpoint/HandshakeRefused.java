package dev.authgate.spring.websocket.endpoint;

/**
 * Takes the container's thread out of a handshake that is refused; what is said to the
 * client is said elsewhere.
 */
final class HandshakeRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	HandshakeRefused(String message) {
		super(message, null, false, false);
	}

}
