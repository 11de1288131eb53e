package dev.authgate.spring.websocket.endpoint;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.websocket.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Handshakes of endpoints are guarded by the annotations of their classes: L1 to L5.
 */
class EndpointHandshakeTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Hall.class).route(0, "paths=/rooms/closed", "permissions=users:read");

	@ParameterizedTest
	@ValueSource(strings = { "/rooms/a", "/plain", "/made", "/unannotated" })
	void whenNobodyAsksThenRefused(String path) {
		assertThat(open(path).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rooms/a", "/plain", "/made", "/unannotated", "/maybe" })
	void whenKnownThenSessionKnowsWho(String path) throws InterruptedException {
		try (Socket socket = open(path, reader())) {
			assertThat(socket.ask("who")).isEqualTo("reader");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rooms/a", "/made", "/unannotated" })
	void whenNoPermissionIsGrantedThenRefused(String path) {
		assertThat(open(path, "X-API-Key: " + TestApp.ADMIN).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/rooms/a | {threads=[read], files=[]}", "/plain | null", "/made | {threads=[read]}" })
	void whenSessionIsAskedThenTellsTheGrantedPart(String path, String checked) throws InterruptedException {
		try (Socket socket = open(path, reader())) {
			assertThat(socket.ask("checked")).isEqualTo(checked);
		}
	}

	@Test
	void whenPublicThenAnybodyOpens() throws InterruptedException {
		try (Socket socket = open("/open/a")) {
			assertThat(socket.ask("hello")).isEqualTo("heard hello");
		}
	}

	@Test
	void whenOptionalThenAnybodyOpens() throws InterruptedException {
		try (Socket socket = open("/maybe")) {
			assertThat(socket.ask("who")).isEqualTo("nobody");
		}
	}

	@Test
	void whenOptionalAndCredentialIsWrongThenRefused() {
		assertThat(open("/maybe", "X-API-Key: wrong-key-0123456789").status()).isEqualTo(401);
	}

	@Test
	void whenRuleRequiresMoreThenRefused() {
		assertThat(open("/rooms/closed", reader()).status()).isEqualTo(403);
	}

	@Test
	void whenEndpointHasVariablesThenItIsGivenThem() throws InterruptedException {
		try (Socket socket = open("/rooms/blue", reader())) {
			assertThat(socket.ask("room")).isEqualTo("blue");
		}
	}

	@Test
	void whenOpenedThenEndpointIsTold() throws InterruptedException {
		try (Socket socket = open("/plain", reader())) {
			assertThat(socket.ask("opened by")).isEqualTo("reader");
		}
	}

	@Test
	void whenEndpointHasMakerThenItIsAsked() throws InterruptedException {
		try (Socket socket = open("/made", reader())) {
			assertThat(socket.ask("how")).isEqualTo("made");
		}
	}

	@Test
	void whenSessionsAreListedThenThoseOfTheEndpoint() {
		try (Socket one = open("/plain", reader()); Socket other = open("/plain", reader())) {
			await().until(() -> one.ask("others"), "2"::equals);
			await().until(() -> other.ask("others"), "2"::equals);
		}
	}

	private static String reader() {
		return "X-API-Key: " + TestApp.READER;
	}

	private static Socket open(String path, String... headers) {
		return Socket.open(APP.port(), path, headers);
	}

}
