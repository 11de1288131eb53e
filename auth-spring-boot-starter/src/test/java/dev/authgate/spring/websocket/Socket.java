package dev.authgate.spring.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A socket of the JDK's client, or what was answered instead.
 */
public final class Socket implements Listener, AutoCloseable {

	private final StringBuilder part = new StringBuilder();

	private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

	private final CompletableFuture<String> closing = new CompletableFuture<>();

	private @Nullable WebSocket socket;

	private @Nullable HttpResponse<?> refusal;

	private Socket() {
	}

	/**
	 * Asks for a socket.
	 * @param port the port of the application
	 * @param path the path
	 * @param headers as lines
	 */
	public static Socket open(int port, String path, String... headers) {
		return offer(port, path, List.of(), headers);
	}

	/**
	 * Asks for a socket and offers subprotocols, as a browser does.
	 */
	public static Socket offer(int port, String path, List<String> protocols, String... headers) {
		Socket asked = new Socket();
		WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
		if (!protocols.isEmpty()) {
			builder.subprotocols(protocols.get(0), protocols.stream().skip(1).toArray(String[]::new));
		}
		for (String header : headers) {
			String[] parts = header.split(": ", 2);
			builder.header(parts[0], parts[1]);
		}
		try {
			asked.socket = builder.buildAsync(URI.create("ws://localhost:" + port + path), asked).join();
		}
		catch (CompletionException ex) {
			asked.refusal = ((WebSocketHandshakeException) ex.getCause()).getResponse();
		}
		return asked;
	}

	/**
	 * Gives the status of the handshake.
	 */
	public int status() {
		return (this.refusal != null) ? this.refusal.statusCode() : 101;
	}

	/**
	 * Gives the subprotocol that was chosen, empty for none.
	 */
	String protocol() {
		return this.socket.getSubprotocol();
	}

	/**
	 * Gives the answer in place of a socket.
	 */
	HttpResponse<?> refusal() {
		return this.refusal;
	}

	/**
	 * Says something, and gives what is heard next.
	 */
	public String ask(String text) throws InterruptedException {
		say(text);
		return hear();
	}

	/**
	 * Says something, unless the other side has closed meanwhile.
	 */
	public void say(String text) {
		this.socket.sendText(text, true).exceptionally((closed) -> this.socket).join();
	}

	/**
	 * Gives what is heard next.
	 */
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

	/**
	 * Closes as clients do that are done.
	 */
	public void leave() {
		this.socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
	}

	/**
	 * Tells whether nothing was said that nobody asked for.
	 */
	public boolean nothingHeard() {
		return this.heard.isEmpty();
	}

	/**
	 * Tells whether the other side has not closed.
	 */
	public boolean isOpen() {
		return !this.closing.isDone();
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
		this.closing.complete(code + " " + reason);
		return null;
	}

	@Override
	public void onError(WebSocket from, Throwable error) {
		this.closing.complete("lost");
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
	public void close() {
		if (this.socket != null) {
			this.socket.abort();
		}
	}

}
