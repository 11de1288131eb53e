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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The room of the page about WebSockets does what the page says.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WebSocketsPageTests {

	private static final Map<String, String> WRITER = Map.of("X-API-Key", "key-of-the-writer-3c1f");

	private static final Map<String, String> READER = Map.of("X-API-Key", "key-of-the-reader-8e2a");

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = DocsApplication.start(
				Page.PROJECT.resolve("sample-app/src/test/resources/docs/websockets/application.yml"),
				List.of(RoomHandler.class, RoomSockets.class));
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void whenRoomIsOpenedThenToldWhatIsGranted() throws Exception {
		try (LiveSocket writer = open(WRITER); LiveSocket reader = open(READER)) {
			assertThat(writer.hear()).isEqualTo("You may {threads=[read, write]}");
			assertThat(reader.hear()).isEqualTo("You may {threads=[read]}");
		}
	}

	@Test
	void whenNothingIsGrantedThenRefused() {
		assertThat(open(Map.of()).status()).isEqualTo(401);
		assertThat(open(Map.of("X-API-Key", "key-of-a-stranger-5b70")).status()).isEqualTo(403);
	}

	@Test
	void whenWriterTalksThenReaderHears() throws Exception {
		try (LiveSocket writer = open(WRITER); LiveSocket reader = open(READER)) {
			reader.hear();
			writer.hear();
			assertThat(writer.ask("hi")).isEqualTo("writer: hi");
			assertThat(reader.hear()).isEqualTo("writer: hi");
		}
	}

	@Test
	void whenReaderTalksThenRefused() throws Exception {
		try (LiveSocket reader = open(READER)) {
			reader.hear();
			assertThat(reader.ask("hi")).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
					+ "\"detail\":\"Insufficient permissions.\",\"code\":\"insufficient_permissions\","
					+ "\"missing\":[\"threads:write\"]}");
		}
	}

	private LiveSocket open(Map<String, String> headers) {
		return LiveSocket.open("ws://localhost:" + DocsApplication.port(this.application) + "/ws/room", headers);
	}

}
