package dev.authgate.sample;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A socket that a program opened, or the status that was answered instead.
 */
public final class LiveSocket implements Listener, AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final StringBuilder part = new StringBuilder();

	private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

	private final CompletableFuture<String> closing = new CompletableFuture<>();

	private @Nullable WebSocket socket;

	private int status = 101;

	private LiveSocket() {
	}

	public static LiveSocket open(String address, Map<String, String> headers) {
		LiveSocket asked = new LiveSocket();
		WebSocket.Builder builder = HTTP.newWebSocketBuilder();
		headers.forEach(builder::header);
		try {
			asked.socket = builder.buildAsync(URI.create(address), asked).join();
		}
		catch (CompletionException ex) {
			asked.status = ((WebSocketHandshakeException) ex.getCause()).getResponse().statusCode();
		}
		return asked;
	}

	public int status() {
		return this.status;
	}

	/**
	 * Sends a frame, and gives what is heard next.
	 */
	public @Nullable String ask(String frame) throws InterruptedException {
		say(frame);
		return hear();
	}

	public void say(String frame) {
		this.socket.sendText(frame, true).exceptionally((closed) -> this.socket).join();
	}

	public @Nullable String hear() throws InterruptedException {
		return this.heard.poll(10, TimeUnit.SECONDS);
	}

	/**
	 * Waits until the other side closes.
	 * @return the code and the reason
	 */
	public String closing() throws Exception {
		return this.closing.get(10, TimeUnit.SECONDS);
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
	public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
		this.closing.complete(code + " " + reason);
		return null;
	}

	@Override
	public void close() {
		if (this.socket != null) {
			this.socket.abort();
		}
	}

}
