package dev.authgate.spring.websocket.endpoint;

import java.time.Duration;

import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.contract.TestClock;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A session of an endpoint lives no longer than what opened it: L8, L9.
 */
class EndpointLifetimeTests {

	private TestApp app;

	@BeforeEach
	void open() {
		this.app = TestApp.serving(Hall.class)
			.with("authgate.api-keys.keys[0].id=reader", "authgate.api-keys.keys[1].id=writer",
					"authgate.api-keys.keys[0].expires-at=2027-01-01T00:00:00Z",
					"authgate.websocket.limits.max-per-user=2")
			.start();
	}

	@AfterEach
	void close() {
		this.app.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rooms/a", "/made", "/unannotated" })
	void whenKeyIsRevokedThenClosed(String path) throws Exception {
		try (Socket socket = open(path)) {
			socket.ask("who");
			this.app.bean(ApiKeyStore.class).revoke("reader");
			this.app.bean(OpenSockets.class).check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenKeyOfAnotherIsRevokedThenOpen() throws Exception {
		try (Socket socket = open("/rooms/a")) {
			this.app.bean(ApiKeyStore.class).revoke("writer");
			this.app.bean(OpenSockets.class).check();
			assertThat(socket.ask("who")).isEqualTo("reader");
		}
	}

	@Test
	void whenKeyExpiresThenClosed() throws Exception {
		try (Socket socket = open("/rooms/a")) {
			socket.ask("who");
			this.app.bean(TestClock.class).pass(Duration.ofDays(3650));
			this.app.bean(OpenSockets.class).check();
			assertThat(socket.closing()).isEqualTo("1008 expired");
		}
	}

	@Test
	void whenKeyIsRevokedThenNoMessageCounts() throws Exception {
		try (Socket socket = open("/rooms/a")) {
			socket.ask("who");
			this.app.bean(ApiKeyStore.class).revoke("reader");
			socket.say("who");
			assertThat(socket.closing()).isEqualTo("1008 revoked");
			assertThat(socket.nothingHeard()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rooms/a", "/unannotated", "/made" })
	void whenClientLeavesThenForgotten(String path) throws Exception {
		try (Socket socket = open(path)) {
			socket.ask("who");
			assertThat(this.app.bean(OpenSockets.class).size()).isOne();
			socket.leave();
			socket.closing();
		}
		OpenSockets sockets = this.app.bean(OpenSockets.class);
		await().untilAsserted(() -> {
			sockets.check();
			assertThat(sockets.size()).isZero();
		});
	}

	@Test
	void whenUserHasAsManyAsItMayThenOneMoreIsRefused() throws Exception {
		try (Socket one = open("/rooms/a"); Socket two = open("/unannotated")) {
			one.ask("who");
			two.ask("who");
			assertThat(open("/rooms/a").status()).isEqualTo(429);
		}
	}

	private Socket open(String path) {
		return Socket.open(this.app.port(), path, "X-API-Key: " + TestApp.READER);
	}

}
