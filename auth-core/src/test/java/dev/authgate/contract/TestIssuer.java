package dev.authgate.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * An issuer on a port of this machine, for tests, that fails in any way one likes.
 */
public final class TestIssuer implements AutoCloseable {

	private static final String METADATA = "/.well-known/openid-configuration";

	private static final String KEYS = "/keys";

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicReference<HttpHandler> metadata = new AtomicReference<>();

	private final AtomicReference<HttpHandler> keys = new AtomicReference<>();

	private final AtomicInteger keyRequests = new AtomicInteger();

	private TestIssuer(int port) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext(METADATA, (exchange) -> this.metadata.get().handle(exchange));
		this.server.createContext(KEYS, (exchange) -> {
			this.keyRequests.incrementAndGet();
			this.keys.get().handle(exchange);
		});
		this.server.start();
	}

	/**
	 * Starts an issuer.
	 * @param published its keys
	 * @return the issuer, to be closed
	 */
	public static TestIssuer start(TestIssuerKey... published) {
		return startAt(0, published);
	}

	/**
	 * Starts an issuer.
	 * @param port the port
	 * @param published its keys
	 * @return the issuer, to be closed
	 */
	public static TestIssuer startAt(int port, TestIssuerKey... published) {
		TestIssuer issuer = new TestIssuer(port);
		issuer.describe(issuer.issuer(), issuer.keysUri());
		issuer.publish(published);
		return issuer;
	}

	/**
	 * Gives the name of the issuer.
	 * @return what its tokens have as {@code iss}
	 */
	public String issuer() {
		return "http://127.0.0.1:" + port();
	}

	/**
	 * Gives the port.
	 * @return the port it listens on
	 */
	public int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Gives the address of the keys.
	 * @return the address
	 */
	public String keysUri() {
		return issuer() + KEYS;
	}

	/**
	 * Counts how often the keys were asked for.
	 * @return the number of requests
	 */
	public int keyRequests() {
		return this.keyRequests.get();
	}

	/**
	 * Describes itself from now on.
	 * @param issuer the issuer that it says it is
	 * @param keysUri the address that it says its keys have
	 */
	public void describe(String issuer, String keysUri) {
		this.metadata.set(answer(200, "application/json",
				"{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + keysUri + "\",\"response_types_supported\":[]}"));
	}

	/**
	 * Publishes keys from now on.
	 * @param published the keys
	 */
	public void publish(TestIssuerKey... published) {
		answerKeys(answer(200, "application/json", jwkSet(published)));
	}

	/**
	 * Answers from now on as it is told when the keys are asked for.
	 * @param handler the answer
	 */
	public void answerKeys(HttpHandler handler) {
		this.keys.set(handler);
	}

	/**
	 * Writes a key set.
	 * @param published the keys
	 * @return the JSON
	 */
	public static String jwkSet(TestIssuerKey... published) {
		StringBuilder keys = new StringBuilder();
		for (TestIssuerKey key : published) {
			keys.append((keys.length() > 0) ? "," : "").append(key.jwk());
		}
		return "{\"keys\":[" + keys + "]}";
	}

	/**
	 * Makes an answer.
	 * @param status the status
	 * @param contentType the content type
	 * @param body the body
	 * @return the answer
	 */
	public static HttpHandler answer(int status, String contentType, String body) {
		return (exchange) -> {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", contentType);
			exchange.sendResponseHeaders(status, bytes.length);
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(bytes);
			}
		};
	}

	/**
	 * Makes an answer whose JSON does not end before it is very long.
	 * @param bytes how long it is
	 * @param written counts what the other side has taken so far
	 * @return the answer
	 */
	public static HttpHandler endless(long bytes, AtomicInteger written) {
		return endless(200, bytes, written);
	}

	/**
	 * Makes an answer of any status whose JSON does not end before it is very long.
	 * @param status the status
	 * @param bytes how long it is
	 * @param written counts what the other side has taken so far
	 * @return the answer
	 */
	public static HttpHandler endless(int status, long bytes, AtomicInteger written) {
		return (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, 0);
			write(exchange, bytes, written);
		};
	}

	/**
	 * Makes an answer that says in its header how long it is, and whose JSON does not end
	 * before.
	 * @param bytes how long it is
	 * @param written counts what the other side has taken so far
	 * @return the answer
	 */
	public static HttpHandler announced(long bytes, AtomicInteger written) {
		return (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, bytes);
			write(exchange, bytes - bytes % 8192, written);
		};
	}

	/**
	 * Makes an answer that comes byte by byte, each before anybody loses patience.
	 * @return the answer
	 */
	public static HttpHandler drip() {
		return (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream out = exchange.getResponseBody()) {
				while (!Thread.currentThread().isInterrupted()) {
					out.write(' ');
					out.flush();
					LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
				}
			}
		};
	}

	private static void write(HttpExchange exchange, long bytes, AtomicInteger written) throws IOException {
		byte[] part = "[".repeat(8192).getBytes(StandardCharsets.US_ASCII);
		try (OutputStream out = exchange.getResponseBody()) {
			for (long sent = 0; sent < bytes; sent += part.length) {
				out.write(part);
				written.addAndGet(part.length);
			}
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
