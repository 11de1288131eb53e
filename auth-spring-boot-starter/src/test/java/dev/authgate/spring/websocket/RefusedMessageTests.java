package dev.authgate.spring.websocket;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of refused messages is configured: L6.
 */
class RefusedMessageTests {

	@Test
	void whenIgnoredThenOnlyTheNextIsAnswered() throws InterruptedException {
		try (TestApp app = refusing("ignore"); Socket socket = open(app)) {
			socket.say("write");
			assertThat(socket.ask("who")).isEqualTo("reader");
		}
	}

	@Test
	void whenClosedThenWith1008() throws Exception {
		try (TestApp app = refusing("close"); Socket socket = open(app)) {
			socket.say("write");
			assertThat(socket.closing()).isEqualTo("1008 access_denied");
		}
	}

	@Test
	void whenMessageIsLongerThanConfiguredThenClosed() throws Exception {
		try (TestApp app = TestApp.serving(Desk.class).with("authgate.websocket.limits.max-message-size=100B").start();
				Socket socket = open(app)) {
			assertThat(socket.ask("x".repeat(100))).startsWith("heard");
			socket.say("x".repeat(101));
			assertThat(socket.closing()).startsWith("1009");
		}
	}

	@Test
	void whenMessageIsLongAndMayBeThenTaken() throws Exception {
		try (TestApp app = TestApp.serving(Desk.class).with("authgate.websocket.limits.max-message-size=100KB").start();
				Socket socket = open(app)) {
			assertThat(socket.ask("x".repeat(100_000))).hasSize(100_006);
		}
	}

	private static TestApp refusing(String how) {
		return TestApp.serving(Desk.class).with("authgate.websocket.on-refused-message=" + how).start();
	}

	private static Socket open(TestApp app) {
		return Socket.open(app.port(), "/desk", "X-API-Key: " + TestApp.READER);
	}

}
