package dev.authgate.spring.websocket;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handshakes are guarded by the annotations of the handler: L1 to L4.
 */
class SocketHandshakeTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Talk.class);

	@ParameterizedTest
	@ValueSource(strings = { "/guarded", "/plain" })
	void whenNobodyAsksThenRefused(String path) {
		assertThat(open(path).status()).isEqualTo(401);
	}

	@Test
	void whenOnePermissionOfSeveralIsGrantedThenOpens() throws InterruptedException {
		try (Socket socket = open("/guarded", "X-API-Key: " + TestApp.READER)) {
			assertThat(socket.ask("hello")).isEqualTo("heard hello");
		}
	}

	@Test
	void whenNoPermissionIsGrantedThenRefused() {
		assertThat(open("/guarded", "X-API-Key: " + TestApp.ADMIN).status()).isEqualTo(403);
	}

	@Test
	void whenNothingIsRequiredThenWhoeverIsKnownOpens() throws InterruptedException {
		try (Socket socket = open("/plain", "X-API-Key: " + TestApp.ADMIN)) {
			assertThat(socket.ask("hello")).isEqualTo("heard hello");
		}
	}

	@Test
	void whenPublicThenAnybodyOpens() throws InterruptedException {
		try (Socket socket = open("/open")) {
			assertThat(socket.ask("hello")).isEqualTo("heard hello");
		}
	}

	private static Socket open(String path, String... headers) {
		return Socket.open(APP.port(), path, headers);
	}

}
