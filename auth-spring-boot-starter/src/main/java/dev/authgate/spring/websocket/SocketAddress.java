package dev.authgate.spring.websocket;

/**
 * Where a handshake came from and went to.
 *
 * @param path the path within the application
 * @param remote the address of the peer
 * @param client the address of the client, as far as it is known
 */
record SocketAddress(String path, String remote, String client) {
}
