package dev.authgate.spring.websocket;

import java.util.List;
import java.util.Map;

import dev.authgate.AuthRequest;

/**
 * A frame of an open socket as authenticators see it: its own headers, and nothing of the
 * handshake's.
 */
record FrameRequest(SocketAddress address, Map<String, List<String>> fields) implements AuthRequest {

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return this.address.path();
	}

	// Two spellings of one name are two values of it.
	@Override
	public List<String> headers(String name) {
		return this.fields.entrySet()
			.stream()
			.filter((field) -> field.getKey().equalsIgnoreCase(name))
			.flatMap((field) -> field.getValue().stream())
			.toList();
	}

	@Override
	public List<String> queryParameters(String name) {
		return List.of();
	}

	@Override
	public List<String> cookies(String name) {
		return List.of();
	}

	@Override
	public String remoteAddress() {
		return this.address.remote();
	}

	@Override
	public String clientAddress() {
		return this.address.client();
	}

	// It holds a credential.
	@Override
	public String toString() {
		return "FrameRequest[" + this.address.path() + "]";
	}

}
