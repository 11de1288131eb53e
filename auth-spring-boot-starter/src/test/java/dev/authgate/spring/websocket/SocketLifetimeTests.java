package dev.authgate.spring.websocket;

import java.time.Duration;

import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.contract.TestClock;
import dev.authgate.spring.app.TestApp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A socket lives no longer than what opened it: L8, L9, K19.
 */
class SocketLifetimeTests {

	private static Office office;

	private final String user = office.somebody();

	@BeforeAll
	static void open() {
		office = Office.open();
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@Test
	void whenTokenExpiresThenClosed() throws Exception {
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			office.pass(Duration.ofMinutes(10));
			assertThat(socket.closing()).isEqualTo("1008 expired");
		}
	}

	@Test
	void whenTokenHasNotExpiredThenOpen() throws Exception {
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			office.pass(Duration.ofSeconds(590));
			assertThat(socket.ask("who")).isEqualTo(this.user);
		}
	}

	@Test
	void whenTokenIsExpiredThenNoMessageCounts() throws Exception {
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			office.bean(TestClock.class).pass(Duration.ofMinutes(10));
			socket.say("write");
			assertThat(socket.closing()).isEqualTo("1008 expired");
			assertThat(socket.nothingHeard()).isTrue();
		}
	}

	@Test
	void whenTokenIsRevokedThenClosed() throws Exception {
		String token = office.rawToken(this.user);
		try (Socket socket = office.socket("/desk", "Authorization: Bearer " + token)) {
			office.form("POST /auth/revoke", "token=" + token);
			office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenSessionEndsByLogoutThenClosed() throws Exception {
		String session = office.session(this.user);
		try (Socket socket = office.socket("/desk", session)) {
			office.endSessions(this.user);
			office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenSessionIsAtItsEndThenClosed() throws Exception {
		try (Socket socket = office.socket("/desk", office.session(this.user))) {
			office.pass(Duration.ofHours(12));
			assertThat(socket.closing()).isEqualTo("1008 expired");
		}
	}

	@Test
	void whenKeyIsRevokedThenClosed() throws Exception {
		try (Socket socket = office.socket("/desk", "X-API-Key: " + TestApp.READER)) {
			office.bean(ApiKeyStore.class).revoke("reader");
			office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "session", "token", "basic" })
	void whenUserIsDisabledThenClosed(String kind) throws Exception {
		try (Socket socket = office.socket("/desk", office.credential(kind, this.user))) {
			office.change(this.user, "{\"enabled\":false}");
			office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenPermissionIsWithdrawnThenClosed() throws Exception {
		try (Socket socket = office.socket("/desk", office.session(this.user))) {
			office.change(this.user, "{\"permissions\":[\"agents:read\"]}");
			office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 insufficient_permissions");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "session", "basic" })
	void whenOneOfTwoPermissionsIsWithdrawnThenTheOtherStays(String kind) throws Exception {
		try (Socket socket = office.socket("/desk", office.credential(kind, this.user))) {
			assertThat(socket.ask("write")).isEqualTo("written");
			office.change(this.user, "{\"permissions\":[\"threads:read\"]}");
			assertThat(socket.ask("write")).contains("insufficient_permissions");
			assertThat(socket.ask("checked")).isEqualTo("{threads=[read], files=[]}");
		}
	}

	@Test
	void whenOneUserIsDisabledThenSocketsOfOthersStay() throws Exception {
		String other = office.somebody();
		try (Socket socket = office.socket("/desk", office.session(this.user));
				Socket others = office.socket("/desk", office.token(other))) {
			office.change(other, "{\"enabled\":false}");
			office.sockets().check();
			assertThat(others.closing()).isEqualTo("1008 revoked");
			assertThat(socket.ask("who")).isEqualTo(this.user);
		}
	}

	@Test
	void whenSocketIsClosedByItsClientThenForgotten() throws Exception {
		try (Socket socket = office.socket("/plain", office.token(this.user))) {
			assertThat(socket.ask("who")).isEqualTo(this.user);
			int open = office.sockets().size();
			socket.leave();
			Awaitility.await().until(() -> office.sockets().size() < open);
		}
	}

}
