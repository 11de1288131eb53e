package dev.authgate.spring.web.edge;

/**
 * What is looked at whoever asks, and what every answer carries.
 *
 * @param headers the security headers
 * @param cors what pages of other origins may ask and read
 * @param handshakes finds requests for sockets
 */
public record Edge(SecurityHeaders headers, Cors cors, Handshakes handshakes) {
}
