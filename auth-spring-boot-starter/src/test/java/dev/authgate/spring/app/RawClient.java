package dev.authgate.spring.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client that sends a request line as it is: no path is normalised, nothing is escaped.
 */
public final class RawClient {

	private static final int TIMEOUT_MILLIS = 20_000;

	private final int port;

	RawClient(int port) {
		this.port = port;
	}

	public int port() {
		return this.port;
	}

	public RawResponse send(String method, String target, String... headers) {
		return exchange(method, target, "", headers);
	}

	public RawResponse post(String target, String body, String... headers) {
		return exchange("POST", target, body, headers);
	}

	public RawResponse exchange(String method, String target, String body, String... headers) {
		StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
		request.append("Host: localhost:" + this.port + "\r\nConnection: close\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		if (!body.isEmpty()) {
			request.append("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
		}
		return raw(request.append("\r\n").append(body).toString());
	}

	private RawResponse raw(String request) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			return RawResponse.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
