package dev.authgate.spring.websocket.endpoint;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.websocket.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages of endpoints that their senders may not send: L6.
 */
class EndpointMessageTests {

	@ParameterizedTest
	@ValueSource(strings = { "write", "put" })
	void whenPermissionIsMissingThenAnsweredAndOpen(String message) throws InterruptedException {
		try (TestApp app = app().start(); Socket socket = open(app, TestApp.READER)) {
			assertThat(socket.ask(message)).contains("insufficient_permissions").contains("threads:write");
			assertThat(socket.ask("who")).isEqualTo("reader");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "write:written", "put:put" })
	void whenPermissionIsGrantedThenDone(String message) throws InterruptedException {
		String[] parts = message.split(":");
		try (TestApp app = app().start(); Socket socket = open(app, TestApp.WRITER)) {
			assertThat(socket.ask(parts[0])).isEqualTo(parts[1]);
		}
	}

	@Test
	void whenRefusedMessagesAreIgnoredThenNothingIsSaid() throws InterruptedException {
		try (TestApp app = app().with("authgate.websocket.on-refused-message=ignore").start();
				Socket socket = open(app, TestApp.READER)) {
			socket.say("write");
			assertThat(socket.ask("who")).isEqualTo("reader");
		}
	}

	@Test
	void whenRefusedMessagesCloseThenClosed() throws Exception {
		try (TestApp app = app().with("authgate.websocket.on-refused-message=close").start();
				Socket socket = open(app, TestApp.READER)) {
			socket.say("write");
			assertThat(socket.closing()).isEqualTo("1008 access_denied");
		}
	}

	@Test
	void whenMessageIsTooLongThenClosed() throws Exception {
		try (TestApp app = app().with("authgate.websocket.limits.max-message-size=100B").start();
				Socket socket = open(app, TestApp.READER)) {
			socket.say("a".repeat(101));
			assertThat(socket.closing()).matches("1009 .*|1011 .*too large.*");
		}
	}

	@Test
	void whenMessageIsAsLongAsItMayThenTaken() throws Exception {
		try (TestApp app = app().with("authgate.websocket.limits.max-message-size=10KB").start();
				Socket socket = open(app, TestApp.READER)) {
			assertThat(socket.ask("a".repeat(10_000))).hasSize(10_006);
		}
	}

	private static TestApp app() {
		return TestApp.serving(Hall.class);
	}

	private static Socket open(TestApp app, String key) {
		return Socket.open(app.port(), "/shelf", "X-API-Key: " + key);
	}

}
