package dev.authgate.spring.websocket.stomp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A client whose frames are typed by hand.
 */
final class Stomp implements Listener, AutoCloseable {

	private static final String NUL = "\0";

	private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

	private final StringBuilder part = new StringBuilder();

	private @Nullable WebSocket socket;

	private Stomp() {
	}

	/**
	 * Opens a socket.
	 * @param port the port of the application
	 * @param path the path
	 * @param headers of the handshake, as lines
	 */
	static Stomp open(int port, String path, String... headers) {
		Stomp opened = new Stomp();
		WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
		for (String header : headers) {
			String[] parts = header.split(": ", 2);
			builder.header(parts[0], parts[1]);
		}
		opened.socket = builder.buildAsync(URI.create("ws://localhost:" + port + path), opened).join();
		return opened;
	}

	/**
	 * Sends the first frame, and gives the answer.
	 */
	String connect(String... headers) {
		send("CONNECT", "accept-version:1.2\nhost:localhost" + lines(headers));
		return next();
	}

	/**
	 * Sends the first frame, which is taken.
	 */
	Stomp connected(String... headers) {
		String answer = connect(headers);
		if (!answer.startsWith("CONNECTED")) {
			throw new AssertionError(answer);
		}
		return this;
	}

	/**
	 * Sends a frame.
	 * @param command the command
	 * @param lines the headers, and after an empty line the body
	 */
	Stomp send(String command, String... lines) {
		String frame = command + lines(lines);
		return raw((frame.contains("\n\n") ? frame : frame + "\n\n") + NUL);
	}

	// The other side may have closed meanwhile, which is heard next.
	Stomp raw(String text) {
		this.socket.sendText(text, true).exceptionally((closed) -> this.socket).join();
		return this;
	}

	/**
	 * Subscribes, and waits until it is.
	 */
	Stomp subscribed(String destination) {
		subscribe(destination);
		return settled();
	}

	Stomp subscribe(String destination) {
		return send("SUBSCRIBE", "id:" + destination.hashCode(), "destination:" + destination);
	}

	Stomp say(String destination, String body) {
		return send("SEND", "destination:" + destination, "content-type:text/plain\n\n" + body);
	}

	/**
	 * Gives what is heard next: a frame, or how the socket was closed.
	 */
	String next() {
		try {
			String frame = this.heard.poll(10, TimeUnit.SECONDS);
			return (frame != null) ? frame : "nothing";
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
		this.part.append(data);
		if (last) {
			this.heard.add(this.part.toString());
			this.part.setLength(0);
		}
		from.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
		this.heard.add("closed " + status + " " + reason);
		return null;
	}

	@Override
	public void close() {
		this.socket.abort();
	}

	// The simple broker has no receipts: what it does first is seen by what comes next.
	private Stomp settled() {
		send("SUBSCRIBE", "id:settled", "destination:/app/settled");
		String answer = next();
		if (!answer.contains("settled")) {
			throw new AssertionError(answer);
		}
		return send("UNSUBSCRIBE", "id:settled");
	}

	private static String lines(String... lines) {
		return (lines.length > 0) ? "\n" + String.join("\n", lines) : "";
	}

}
