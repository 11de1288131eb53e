package dev.authgate.spring.websocket.stomp;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of refused frames is a policy of choice: L6.
 */
class StompRefusalTests {

	@Test
	void whenRefusedFramesAreIgnoredThenSessionGoesOn() {
		try (TestApp app = app("authgate.websocket.on-refused-message=ignore"); Stomp reader = reader(app)) {
			reader.say("/app/write", "x").say("/topic/free", "x").say("/app/denies", "");
			assertThat(reader.say("/app/me", "").next()).contains("reader api-key");
		}
	}

	@Test
	void whenRefusedFramesAreIgnoredThenFirstFrameIsNot() {
		try (TestApp app = app("authgate.websocket.on-refused-message=ignore");
				Stomp reader = Stomp.open(app.port(), "/stomp", "X-API-Key: " + TestApp.READER)) {
			assertThat(reader.connect("Authorization:Bearer wrong")).contains("code:malformed_credentials");
		}
	}

	@Test
	void whenRefusedFramesCloseThenClosedWithPolicyViolation() {
		try (TestApp app = app("authgate.websocket.on-refused-message=close"); Stomp reader = reader(app)) {
			assertThat(reader.say("/app/write", "x").next()).isEqualTo("closed 1008 access_denied");
		}
	}

	@Test
	void whenMissingPermissionsAreNotRevealedThenErrorDoesNotNameThem() {
		try (TestApp app = app("authgate.errors.reveal-missing-permissions=false"); Stomp reader = reader(app)) {
			assertThat(reader.say("/app/write", "x").next()).contains("code:insufficient_permissions")
				.doesNotContain("missing", "threads");
		}
	}

	@Test
	void whenReceiptIsAskedForThenErrorTellsOfWhichFrame() {
		try (TestApp app = app("server.port=0"); Stomp reader = reader(app)) {
			reader.send("SEND", "destination:/app/write", "receipt:r-17");
			assertThat(reader.next()).startsWith("ERROR\n").contains("receipt-id:r-17");
		}
	}

	private static TestApp app(String property) {
		return TestApp.serving(Board.class)
			.tokens()
			.with("authgate.default-authenticator=api-key", Board.ORDERED, property)
			.start();
	}

	private static Stomp reader(TestApp app) {
		return Stomp.open(app.port(), "/stomp", "X-API-Key: " + TestApp.READER)
			.connected()
			.subscribed("/user/queue/answers");
	}

}
