package dev.authgate.spring.websocket.stomp;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Frames that no library would send.
 */
class StompFrameTests {

	@RegisterExtension
	static final TestApp APP = Board.app().with(Board.ORDERED);

	@ParameterizedTest
	@ValueSource(strings = { "MESSAGE\ndestination:/app/me\n\n\0", "CONNECTED\nversion:1.2\n\n\0",
			"ERROR\nmessage:x\n\n\0", "RECEIPT\nreceipt-id:1\n\n\0", "SEND\n\n\0", "SEND\ndestination:\n\n\0",
			"SUBSCRIBE\nid:1\n\n\0", "SEND\ndestination:/app/me\ndestination:/topic/free\n\n\0",
			"SUBSCRIBE\nid:1\ndestination:/topic/free\ndestination:/topic/free\n\n\0" })
	void whenFrameIsOddThenError(String frame) {
		try (Stomp reader = reader().connected()) {
			assertThat(reader.raw(frame).next()).startsWith("ERROR\n")
				.contains("message:The request is malformed.", "code:bad_request");
			assertThat(reader.next()).startsWith("closed");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONNECT\nAuthorization Bearer canary\n\n\0", "CONNECT\ncanary\\\n\n\0",
			"SEND\ncanary\\x:1\n\n\0", "CANARY canary\n\n\0", "SEND\ncontent-type:canary\n\n\0" })
	void whenFrameCannotBeReadThenErrorDoesNotRepeatIt(String frame) {
		try (Stomp reader = reader()) {
			assertThat(reader.raw(frame).next()).startsWith("ERROR\n")
				.contains("message:The frame is malformed.")
				.doesNotContain("canary");
			assertThat(reader.next()).startsWith("closed");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "SEND", "SUBSCRIBE" })
	void whenNobodyConnectedThenErrorAndNothingIsHandled(String command) {
		try (Stomp reader = reader()) {
			assertThat(reader.send(command, "id:1", "destination:/app/who").next()).startsWith("ERROR\n");
			assertThat(reader.next()).startsWith("closed");
		}
	}

	@Test
	void whenClientConnectsTwiceThenError() {
		try (Stomp reader = reader().connected()) {
			assertThat(reader.connect("X-API-Key:" + TestApp.READER)).startsWith("ERROR\n");
		}
	}

	@Test
	void whenFrameHasNoEndThenNothingIsHandledUntilItComes() {
		try (Stomp reader = reader().connected().subscribed("/user/queue/answers")) {
			reader.raw("SEND\ndestination:/app/me\n\n").raw("\n");
			assertThat(reader.raw("\0").next()).contains("reader api-key");
		}
	}

	@Test
	void whenFrameIsTooLongThenClosed() {
		try (Stomp reader = reader().connected()) {
			reader.say("/app/echo/hall", "x".repeat(70_000));
			assertThat(reader.next()).startsWith("closed 1009");
		}
	}

	@Test
	void whenFrameInPartsIsTooLongThenErrorAndClosed() {
		try (Stomp reader = reader().connected()) {
			reader.raw("SEND\ndestination:/app/me\n\n");
			for (int i = 0; i < 5; i++) {
				reader.raw("x".repeat(15_000));
			}
			assertThat(reader.next()).startsWith("ERROR\n");
			assertThat(reader.next()).startsWith("closed");
		}
	}

	@Test
	void whenFramesMayBeLongerThenTheyAre() {
		try (TestApp app = Board.app().with(Board.ORDERED, "authgate.websocket.limits.max-message-size=200KB").start();
				Stomp reader = Stomp.open(app.port(), "/stomp", "X-API-Key: " + TestApp.READER)
					.connected()
					.subscribed("/user/queue/answers")) {
			reader.raw("SEND\ndestination:/app/echo/hall\ncontent-type:text/plain\n\n" + "x".repeat(90_000))
				.raw("y".repeat(9_000) + "\0");
			assertThat(reader.next()).contains("hall heard xxx", "yyy");
		}
	}

	private static Stomp reader() {
		return Stomp.open(APP.port(), "/stomp", "X-API-Key: " + TestApp.READER);
	}

}
