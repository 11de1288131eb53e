package dev.authgate.spring.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A client that sends exactly the lines it is given over a real connection, which other
 * clients refuse or repair.
 */
public final class Wire {

	private static final int TIMEOUT_MILLIS = 60_000;

	private final int port;

	private Wire(int port) {
		this.port = port;
	}

	/**
	 * Makes a client of a server on this machine.
	 * @param port the port of the server
	 * @return the client
	 */
	public static Wire to(int port) {
		return new Wire(port);
	}

	/**
	 * Sends a request without a body.
	 * @param request the method and the target, for example {@code GET /me}
	 * @param headers header lines; one that starts with {@code Host:} replaces ours
	 * @return the answer
	 */
	public Reply send(String request, String... headers) {
		return exchange(request, "", headers);
	}

	/**
	 * Sends a request with a JSON body.
	 * @param request the method and the target
	 * @param json the body
	 * @param headers header lines
	 * @return the answer
	 */
	public Reply json(String request, String json, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add("Content-Type: application/json");
		return exchange(request, json, all.toArray(String[]::new));
	}

	/**
	 * Sends a request with any body.
	 * @param request the method and the target
	 * @param body the body, in UTF-8
	 * @param headers header lines; the length is added where a body is sent
	 * @return the answer
	 */
	public Reply exchange(String request, String body, String... headers) {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		List<String> lines = new ArrayList<>(List.of(headers));
		if (lines.stream().noneMatch((line) -> line.startsWith("Host:"))) {
			lines.add("Host: localhost:" + this.port);
		}
		if (content.length > 0 && lines.stream().noneMatch((line) -> line.startsWith("Transfer-Encoding:"))) {
			lines.add("Content-Length: " + content.length);
		}
		String head = request + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			OutputStream out = socket.getOutputStream();
			ByteArrayOutputStream message = new ByteArrayOutputStream();
			message.writeBytes(head.getBytes(StandardCharsets.UTF_8));
			message.writeBytes(content);
			out.write(message.toByteArray());
			out.flush();
			return Reply.parse(socket.getInputStream().readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
