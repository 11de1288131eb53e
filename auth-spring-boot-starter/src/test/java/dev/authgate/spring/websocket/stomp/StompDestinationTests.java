package dev.authgate.spring.websocket.stomp;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.messaging.simp.SimpMessagingTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Destinations are guarded by rules, and nobody publishes without one: L6.
 */
class StompDestinationTests {

	@RegisterExtension
	static final TestApp APP = Board.app()
		.route(0, "paths=/stomp-public", "access=public")
		.with(Board.ORDERED, "authgate.websocket.destinations[0].destination=/topic/open/**",
				"authgate.websocket.destinations[0].access=public",
				"authgate.websocket.destinations[1].destination=/topic/threads/**",
				"authgate.websocket.destinations[1].type=subscribe",
				"authgate.websocket.destinations[1].permissions=threads:write",
				"authgate.websocket.destinations[2].destination=/topic/threads/**",
				"authgate.websocket.destinations[2].type=send",
				"authgate.websocket.destinations[2].any-permission=threads:read, threads:write",
				"authgate.websocket.destinations[3].destination=/topic/threads/closed",
				"authgate.websocket.destinations[3].access=denied",
				"authgate.websocket.destinations[4].destination=/topic/prices.*",
				"authgate.websocket.destinations[4].access=required",
				"authgate.websocket.destinations[5].destination=/app/echo/vault",
				"authgate.websocket.destinations[5].roles=admin",
				"authgate.websocket.destinations[6].destination=/app/write",
				"authgate.websocket.destinations[6].access=public");

	@Test
	void whenNoRuleSaysAnythingThenKnownCallersSubscribe() {
		try (Stomp reader = as(TestApp.READER).subscribed("/topic/free")) {
			publish("/topic/free", "news");
			assertThat(reader.next()).startsWith("MESSAGE").contains("news");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topic/free", "/queue/free", "/topic/free/", "/user/writer/queue/answers", "/elsewhere",
			"/app/nothing", "/app", "/APP/me", " /app/me" })
	void whenNoRuleSaysAnythingThenNobodyPublishes(String destination) {
		try (Stomp writer = as(TestApp.WRITER)) {
			assertThat(writer.say(destination, "x").next()).startsWith("ERROR\n").contains("code:access_denied");
		}
	}

	@Test
	void whenRuleLetsSendThenSubscribersHear() {
		try (Stomp writer = as(TestApp.WRITER).subscribed("/topic/threads/1"); Stomp reader = as(TestApp.READER)) {
			reader.say("/topic/threads/1", "hello");
			assertThat(writer.next()).startsWith("MESSAGE").contains("hello");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topic/threads/1", "/topic/threads", "/topic//threads/1" })
	void whenRuleRequiresPermissionThenOthersDoNotSubscribe(String destination) {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.subscribe(destination).next()).contains("code:insufficient_permissions",
					"missing:threads\\cwrite");
		}
	}

	@Test
	void whenMoreSpecificRuleDeniesThenNobodySubscribes() {
		try (Stomp writer = as(TestApp.WRITER)) {
			assertThat(writer.subscribe("/topic/threads/closed").next()).contains("code:access_denied");
		}
	}

	@Test
	void whenRuleRequiresRoleThenAddedToMethod() {
		try (Stomp writer = as(TestApp.WRITER)) {
			assertThat(writer.say("/app/echo/vault", "x").next()).contains("code:insufficient_permissions");
		}
	}

	@Test
	void whenRuleIsPublicThenRequirementOfMethodHolds() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/write", "x").next()).contains("code:insufficient_permissions");
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/topic/**", "/topic/*", "/topic/{x}", "/topic/threads/?", "/queue/**", "/user/queue/{x}" })
	void whenClientAsksForPatternThenError(String destination) {
		try (Stomp writer = as(TestApp.WRITER)) {
			assertThat(writer.subscribe(destination).next()).contains("code:access_denied");
		}
	}

	@Test
	void whenRuleNamesPatternThenClientMayAskForIt() {
		try (Stomp reader = as(TestApp.READER).subscribed("/topic/prices.*")) {
			publish("/topic/prices.gold", "12");
			assertThat(reader.next()).contains("12");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUBSCRIBE", "SEND" })
	void whenClientNamesQueueOfOtherSessionThenError(String command) {
		try (Stomp reader = as(TestApp.READER)) {
			reader.send(command, "id:1", "destination:/queue/answers-user3f0d9d7c-6a0a-4f0f-8e7b-0a4f1f8f3e11");
			assertThat(reader.next()).contains("code:access_denied");
		}
	}

	/**
	 * Without a look at the id this client would get the messages for all users: Spring
	 * makes it a part of the destination, which is a pattern then.
	 */
	@Test
	void whenClientOfSockJsChoosesPatternAsIdOfSessionThenError() {
		try (Stomp reader = Stomp.open(APP.port(), "/sockjs/000/*/websocket", "X-API-Key: " + TestApp.READER)) {
			assertThat(reader.next()).isEqualTo("o");
			reader.raw("[\"CONNECT\\naccept-version:1.2\\n\\n\\u0000\"]");
			assertThat(reader.next()).contains("ERROR").contains("code:bad_request");
		}
	}

	@Test
	void whenFrameIsSentToUserThenThatUserAloneHears() {
		try (Stomp admin = as(TestApp.ADMIN).subscribed("/user/queue/answers");
				Stomp writer = as(TestApp.WRITER).subscribed("/user/queue/answers")) {
			APP.bean(SimpMessagingTemplate.class).convertAndSendToUser("admin", "/queue/answers", "psst");
			assertThat(admin.next()).contains("psst");
			assertThat(writer.say("/app/me", "").next()).contains("writer");
		}
	}

	@Test
	void whenDestinationIsPublicThenAnonymousCallersHearAndSend() {
		try (Stomp one = anonymous().subscribed("/topic/open/1"); Stomp other = anonymous()) {
			other.say("/topic/open/1", "hello");
			assertThat(one.next()).contains("hello");
		}
	}

	@Test
	void whenMethodIsPublicThenAnonymousCallersAreAnswered() {
		try (Stomp nobody = anonymous()) {
			assertThat(nobody.subscribe("/app/who").next()).contains("you are nobody");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topic/free", "/topic/threads/1", "/topic/threads/closed", "/topic/**", "/app/drafts",
			"/elsewhere" })
	void whenAnonymousCallerSubscribesElsewhereThenToldNothingButToLogIn(String destination) {
		try (Stomp nobody = anonymous()) {
			assertThat(nobody.subscribe(destination).next()).contains("code:missing_credentials")
				.doesNotContain("threads\\c");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topic/free", "/app/echo/hall", "/app/write", "/app/nothing" })
	void whenAnonymousCallerSendsElsewhereThenToldToLogIn(String destination) {
		try (Stomp nobody = anonymous()) {
			assertThat(nobody.say(destination, "x").next()).contains("code:missing_credentials");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ACK", "NACK", "BEGIN" })
	void whenAnonymousCallerSendsAnotherFrameThenToldToLogIn(String command) {
		try (Stomp nobody = anonymous()) {
			assertThat(nobody.send(command, "id:1", "transaction:1").next()).contains("code:missing_credentials");
		}
	}

	private static Stomp as(String key) {
		return Stomp.open(APP.port(), "/stomp", "X-API-Key: " + key).connected();
	}

	private static Stomp anonymous() {
		return Stomp.open(APP.port(), "/stomp-public").connected();
	}

	private static void publish(String destination, String text) {
		APP.bean(SimpMessagingTemplate.class).convertAndSend(destination, text);
	}

}
