package dev.authgate.spring.websocket.stomp;

import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestApp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.messaging.converter.StringMessageConverter;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.WebSocketClient;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;
import org.springframework.web.socket.sockjs.client.SockJsClient;
import org.springframework.web.socket.sockjs.client.WebSocketTransport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring's own client is let in and kept out, with and without SockJS.
 */
class StompClientTests {

	@RegisterExtension
	static final TestApp APP = Board.app().route(0, "paths=/stomp-optional, /sockjs/**", "access=optional");

	private final Inbox inbox = new Inbox();

	private @Nullable WebSocketStompClient client;

	@AfterEach
	void stop() {
		this.client.stop();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stomp-optional", "/sockjs" })
	void whenTokenIsGoodThenSubscribes(String path) throws Exception {
		StompSession session = connect(path, token()).get(10, TimeUnit.SECONDS);
		session.subscribe("/app/who", this.inbox);
		assertThat(this.inbox.next()).isEqualTo("you are tina");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stomp-optional", "/sockjs" })
	void whenTokenIsWrongThenErrorFrame(String path) throws Exception {
		connect(path, "Bearer wrong");
		assertThat(this.inbox.next()).isEqualTo("invalid_credentials: The credentials are invalid or expired.");
	}

	@Test
	void whenPermissionIsMissingThenErrorFrame() throws Exception {
		StompSession session = connect("/stomp-optional", token()).get(10, TimeUnit.SECONDS);
		session.send("/app/write", "x");
		assertThat(this.inbox.next()).isEqualTo("insufficient_permissions: Insufficient permissions.");
	}

	private CompletableFuture<StompSession> connect(String path, String authorization) {
		WebSocketClient sockets = new StandardWebSocketClient();
		boolean sockJs = path.equals("/sockjs");
		this.client = new WebSocketStompClient(
				sockJs ? new SockJsClient(List.of(new WebSocketTransport(sockets))) : sockets);
		this.client.setMessageConverter(new StringMessageConverter());
		StompHeaders headers = new StompHeaders();
		headers.add("Authorization", authorization);
		String scheme = sockJs ? "http" : "ws";
		return this.client.connectAsync(scheme + "://localhost:" + APP.port() + path, new WebSocketHttpHeaders(),
				headers, this.inbox);
	}

	private static String token() {
		return "Bearer " + APP.bean(JwtIssuer.class).issue(AuthUser.of("tina", "threads:read"));
	}

	/**
	 * What the client hears.
	 */
	static final class Inbox extends StompSessionHandlerAdapter {

		private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

		String next() throws InterruptedException {
			return this.heard.poll(10, TimeUnit.SECONDS);
		}

		@Override
		public Type getPayloadType(StompHeaders headers) {
			return String.class;
		}

		@Override
		public void handleFrame(StompHeaders headers, @Nullable Object payload) {
			String code = headers.getFirst("code");
			this.heard.add((code != null) ? code + ": " + headers.getFirst("message") : String.valueOf(payload));
		}

	}

}
