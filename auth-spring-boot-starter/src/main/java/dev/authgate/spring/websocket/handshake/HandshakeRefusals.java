package dev.authgate.spring.websocket.handshake;

/**
 * Which handshakes are refused whoever asks, and how all are that are refused.
 *
 * @param limit counts them
 * @param closing refuses by a socket that is closed at once
 */
public record HandshakeRefusals(HandshakeLimit limit, ClosingHandshake closing) {
}
