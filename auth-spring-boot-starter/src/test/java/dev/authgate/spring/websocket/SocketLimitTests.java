package dev.authgate.spring.websocket;

import dev.authgate.spring.app.TestApp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user has no more sockets than it may.
 */
class SocketLimitTests {

	@Test
	void whenUserHasTooManyThenNextIsRefused() throws Exception {
		try (TestApp app = limited();
				Socket first = open(app, TestApp.READER);
				Socket other = open(app, TestApp.WRITER)) {
			assertThat(first.ask("who")).isEqualTo("reader");
			assertThat(open(app, TestApp.READER).status()).isEqualTo(429);
			assertThat(other.ask("who")).isEqualTo("writer");
		}
	}

	@Test
	void whenOneIsClosedThenAnotherOpens() throws Exception {
		try (TestApp app = limited(); Socket first = open(app, TestApp.READER)) {
			first.leave();
			assertThat(first.closing()).startsWith("1000");
			Awaitility.await().until(() -> app.bean(OpenSockets.class).size() == 0);
			try (Socket next = open(app, TestApp.READER)) {
				assertThat(next.ask("who")).isEqualTo("reader");
			}
		}
	}

	private static TestApp limited() {
		return TestApp.serving(Desk.class).with("authgate.websocket.limits.max-per-user=1").start();
	}

	private static Socket open(TestApp app, String key) {
		return Socket.open(app.port(), "/plain", "X-API-Key: " + key);
	}

}
