package dev.authgate.spring.websocket;

import dev.authgate.AuthRequest;

/**
 * Where a handshake came from and went to.
 *
 * @param path the path within the application
 * @param remote the address of the peer
 * @param client the address of the client, as far as it is known
 */
record SocketAddress(String path, String remote, String client) {

	// One text for both paths, where they are the same: there may be very many sockets.
	static SocketAddress of(AuthRequest request, String uri) {
		String path = request.path();
		return new SocketAddress(path.equals(uri) ? uri : path, request.remoteAddress(), request.clientAddress());
	}

}
