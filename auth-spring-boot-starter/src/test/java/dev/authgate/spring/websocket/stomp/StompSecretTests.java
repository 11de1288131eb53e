package dev.authgate.spring.websocket.stomp;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O8: what a frame carries is seen by nobody but who judges it.
 */
@ExtendWith(OutputCaptureExtension.class)
class StompSecretTests {

	private static final String CANARY = "canary-kq83hf0sl2-81hsk2";

	@AfterEach
	void logLess() {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel("org.springframework", null);
		logging.setLogLevel("dev.authgate", null);
	}

	@Test
	void whenFramesAreLoggedThenNoCredentialIs(CapturedOutput output) {
		String token;
		try (TestApp app = app().start()) {
			token = app.bean(JwtIssuer.class).issue(AuthUser.of("tina", "threads:read"));
			answer(app, "CONNECT\naccept-version:1.2\nAuthorization:Bearer " + token + "\n\n\0");
			for (String header : new String[] { "Authorization:Bearer ", "authorization:", "X-API-Key:",
					"Authorization ", "X-CSRF-TOKEN:" }) {
				answer(app, "CONNECT\naccept-version:1.2\n" + header + CANARY + "\n\n\0");
				try (Stomp client = Stomp.open(app.port(), "/stomp", "X-API-Key: " + TestApp.READER).connected()) {
					client.raw("SEND\ndestination:/app/write\n" + header + CANARY + "\n\n\0").next();
				}
			}
		}
		assertThat(output.getAll()).contains("DEBUG").doesNotContain(CANARY, token);
	}

	@Test
	void whenFrameIsPassedOnThenWithoutCredential() {
		try (TestApp app = app().start();
				Stomp reader = Stomp.open(app.port(), "/stomp", "X-API-Key: " + TestApp.READER)
					.connected()
					.subscribed("/topic/open");
				Stomp writer = Stomp.open(app.port(), "/stomp", "X-API-Key: " + TestApp.WRITER).connected()) {
			writer.send("SEND", "destination:/topic/open", "Authorization:Bearer " + CANARY, "x-api-key:" + CANARY,
					"X-XSRF-TOKEN:" + CANARY, "colour:red");
			assertThat(reader.next()).startsWith("MESSAGE\n").contains("colour:red").doesNotContain(CANARY);
		}
	}

	private static void answer(TestApp app, String frame) {
		try (Stomp client = Stomp.open(app.port(), "/stomp-optional")) {
			assertThat(client.raw(frame).next()).containsPattern("^(CONNECTED|ERROR)").doesNotContain(CANARY);
		}
	}

	private static TestApp app() {
		return Board.app()
			.route(0, "paths=/stomp-optional", "access=optional")
			.with(Board.ORDERED, "logging.level.org.springframework=DEBUG", "logging.level.dev.authgate=TRACE",
					"authgate.websocket.destinations[0].destination=/topic/open");
	}

}
