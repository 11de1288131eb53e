package dev.authgate.spring.websocket;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A handler is told which of the required permissions its caller has: L3, L5, L6.
 */
class CheckedPermissionsTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Desk.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			reader-key-0123456789 | {threads=[read], files=[]}
			writer-key-0123456789 | {threads=[write, read], files=[]}
			""")
	void whenSomeAreGrantedThenTheseByResource(String key, String checked) throws InterruptedException {
		assertThat(ask("/desk", key, "checked")).isEqualTo(checked);
	}

	@Test
	void whenNothingIsRequiredThenNull() throws InterruptedException {
		assertThat(ask("/plain", TestApp.READER, "checked")).isEqualTo("null");
	}

	@Test
	void whenHandlerAsksThenUserIsKnown() throws InterruptedException {
		assertThat(ask("/plain", TestApp.READER, "who")).isEqualTo("reader");
	}

	@ParameterizedTest
	@CsvSource({ "write, written", "put, put" })
	void whenMessageIsPermittedThenDone(String message, String answer) throws InterruptedException {
		assertThat(ask("/desk", TestApp.WRITER, message)).isEqualTo(answer);
	}

	@ParameterizedTest
	@CsvSource({ "write", "put" })
	void whenMessageIsNotPermittedThenErrorFrame(String message) throws InterruptedException {
		assertThat(ask("/desk", TestApp.READER, message))
			.isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
					+ "\"detail\":\"Insufficient permissions.\",\"code\":\"insufficient_permissions\","
					+ "\"missing\":[\"threads:write\"]}");
	}

	@Test
	void whenMessageIsNotPermittedThenSocketStaysOpen() throws InterruptedException {
		try (Socket socket = Socket.open(APP.port(), "/desk", "X-API-Key: " + TestApp.READER)) {
			socket.ask("write");
			assertThat(socket.ask("who")).isEqualTo("reader");
		}
	}

	@Test
	void whenHandlerFailsThenClosedAsByItself() throws Exception {
		try (Socket socket = Socket.open(APP.port(), "/desk", "X-API-Key: " + TestApp.READER)) {
			socket.say("fail");
			assertThat(socket.closing()).startsWith("1011");
		}
	}

	private static String ask(String path, String key, String message) throws InterruptedException {
		try (Socket socket = Socket.open(APP.port(), path, "X-API-Key: " + key)) {
			return socket.ask(message);
		}
	}

}
