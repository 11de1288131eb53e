package dev.authgate.spring.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handshakes are guarded by the annotations of the handler: L1 to L4.
 */
class SocketHandshakeTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Talk.class);

	@ParameterizedTest
	@CsvSource({ "/guarded", "/plain" })
	void whenNobodyAsksThenRefused(String path) {
		assertThat(statusOf(path, null)).isEqualTo(401);
	}

	@Test
	void whenOnePermissionOfSeveralIsGrantedThenOpens() {
		assertThat(said("/guarded", TestApp.READER)).isEqualTo("heard hello");
	}

	@Test
	void whenNoPermissionIsGrantedThenRefused() {
		assertThat(statusOf("/guarded", TestApp.ADMIN)).isEqualTo(403);
	}

	@Test
	void whenNothingIsRequiredThenWhoeverIsKnownOpens() {
		assertThat(said("/plain", TestApp.ADMIN)).isEqualTo("heard hello");
	}

	@Test
	void whenPublicThenAnybodyOpens() {
		assertThat(said("/open", null)).isEqualTo("heard hello");
	}

	private static int statusOf(String path, String key) {
		try {
			open(path, key, new Listener() {
			}).join();
			return 101;
		}
		catch (CompletionException ex) {
			return ((WebSocketHandshakeException) ex.getCause()).getResponse().statusCode();
		}
	}

	private static String said(String path, String key) {
		CompletableFuture<String> heard = new CompletableFuture<>();
		WebSocket socket = open(path, key, new Listener() {
			@Override
			public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
				heard.complete(data.toString());
				return null;
			}
		}).join();
		socket.sendText("hello", true);
		String text = heard.orTimeout(10, TimeUnit.SECONDS).join();
		socket.abort();
		return text;
	}

	private static CompletableFuture<WebSocket> open(String path, String key, Listener listener) {
		WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
		if (key != null) {
			builder.header("X-API-Key", key);
		}
		return builder.buildAsync(URI.create("ws://localhost:" + APP.port() + path), listener);
	}

}
