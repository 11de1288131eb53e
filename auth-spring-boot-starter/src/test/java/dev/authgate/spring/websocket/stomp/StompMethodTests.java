package dev.authgate.spring.websocket.stomp;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Methods that answer messages are guarded by their annotations: L6.
 */
class StompMethodTests {

	@RegisterExtension
	static final TestApp APP = Board.app().with(Board.ORDERED);

	@Test
	void whenMethodAsksForCallerThenPassed() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/me", "").next()).contains("reader api-key reader reader reader");
		}
	}

	@Test
	void whenNothingIsRequiredThenWhoeverIsKnownSends() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/echo/hall", "hello").next()).contains("hall heard hello");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app/write", "/app/class/inherits", "/app/class/replaces", "/app/pre-authorized" })
	void whenPermissionIsGrantedThenAnswered(String destination) {
		try (Stomp writer = as(TestApp.WRITER)) {
			assertThat(writer.say(destination, "x").next()).startsWith("MESSAGE");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app/write", "/app//write", "/app/class/inherits" })
	void whenPermissionIsMissingThenErrorNamesItAndSessionEnds(String destination) {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say(destination, "x").next()).startsWith("ERROR\n")
				.contains("\nmessage:Insufficient permissions.\n", "\ncode:insufficient_permissions\n",
						"\nmissing:threads\\cwrite\n");
			assertThat(reader.next()).startsWith("closed 1002");
		}
	}

	@Test
	void whenMethodReplacesRequirementOfClassThenItsOwnCounts() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/class/replaces", "x").next()).contains("replaces");
		}
	}

	@Test
	void whenSubscriptionIsNotPermittedThenError() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.subscribe("/app/drafts").next()).startsWith("ERROR\n")
				.contains("code:insufficient_permissions");
		}
	}

	@Test
	void whenRoleIsMissingThenError() {
		try (Stomp writer = as(TestApp.WRITER)) {
			assertThat(writer.say("/app/close", "").next()).contains("code:insufficient_permissions");
		}
	}

	@Test
	void whenRoleIsHeldThenAnswered() {
		try (Stomp admin = as(TestApp.ADMIN)) {
			assertThat(admin.say("/app/close", "").next()).contains("closed");
		}
	}

	@Test
	void whenAuthenticatorIsAnotherThenError() {
		try (Stomp writer = as(TestApp.WRITER)) {
			assertThat(writer.say("/app/by-token", "").next()).contains("code:access_denied");
		}
	}

	@Test
	void whenSpringSecurityDeniesThenError() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/pre-authorized", "").next()).contains("code:access_denied");
		}
	}

	@Test
	void whenMethodDeniesThenHandlerOfAllExceptionsDoesNotAnswer() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/denies", "").next()).startsWith("ERROR\n")
				.contains("message:Not your thread", "code:access_denied");
		}
	}

	@Test
	void whenSocketRequiresPermissionThenHandlerOfAllExceptionsDoesNotAnswer() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/requires", "").next()).startsWith("ERROR\n")
				.contains("missing:threads\\cwrite");
		}
	}

	@Test
	void whenMethodFailsThenHandlerOfTheApplicationAnswers() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/fails", "").next()).contains("swallowed IllegalStateException");
		}
	}

	private static Stomp as(String key) {
		return Stomp.open(APP.port(), "/stomp", "X-API-Key: " + key).connected().subscribed("/user/queue/answers");
	}

}
