package dev.authgate.docs.websocket;

import java.util.List;
import java.util.Map;

import dev.authgate.docs.DocsApplication;
import dev.authgate.docs.Page;
import dev.authgate.sample.LiveSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The destinations of the page about WebSockets are guarded as the page says.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StompPageTests {

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = DocsApplication.start(
				Page.PROJECT.resolve("sample-app/src/test/resources/docs/websockets/stomp.yml"), List.of(Broker.class));
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void whenFirstFrameCarriesKeyThenConnected() throws Exception {
		try (LiveSocket socket = open()) {
			assertThat(socket.ask(connect("X-API-Key:key-of-the-writer-3c1f\n"))).startsWith("CONNECTED");
		}
	}

	@Test
	void whenNobodySubscribesThenRefused() throws Exception {
		try (LiveSocket socket = open()) {
			assertThat(socket.ask(connect(""))).startsWith("CONNECTED");
			assertThat(socket.ask("SUBSCRIBE\nid:1\ndestination:/topic/threads/7\n\n\0"))
				.contains("code:missing_credentials");
		}
	}

	@Test
	void whenClientSendsToTheBrokerThenRefused() throws Exception {
		try (LiveSocket socket = open()) {
			socket.ask(connect("X-API-Key:key-of-the-writer-3c1f\n"));
			assertThat(socket.ask("SEND\ndestination:/topic/threads/7\n\nhi\0")).contains("code:access_denied");
		}
	}

	private static String connect(String header) {
		return "CONNECT\naccept-version:1.2\nhost:localhost\n" + header + "\n\0";
	}

	private LiveSocket open() {
		return LiveSocket.open("ws://localhost:" + DocsApplication.port(this.application) + "/stomp", Map.of());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocketMessageBroker
	static class Broker implements WebSocketMessageBrokerConfigurer {

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint("/stomp");
		}

		@Override
		public void configureMessageBroker(MessageBrokerRegistry registry) {
			registry.enableSimpleBroker("/topic");
			registry.setApplicationDestinationPrefixes("/app");
		}

	}

}
