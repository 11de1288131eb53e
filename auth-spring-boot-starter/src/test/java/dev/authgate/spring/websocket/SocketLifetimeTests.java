package dev.authgate.spring.websocket;

import java.time.Duration;

import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.contract.TestClock;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A socket lives no longer than what opened it: L8, L9, K19.
 */
class SocketLifetimeTests {

	private Office office;

	@BeforeEach
	void open() {
		this.office = Office.open();
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void whenTokenExpiresThenClosed() throws Exception {
		try (Socket socket = this.office.socket("/desk", this.office.token("ada"))) {
			this.office.pass(Duration.ofMinutes(10));
			assertThat(socket.closing()).isEqualTo("1008 expired");
		}
	}

	@Test
	void whenTokenHasNotExpiredThenOpen() throws Exception {
		try (Socket socket = this.office.socket("/desk", this.office.token("ada"))) {
			this.office.pass(Duration.ofSeconds(590));
			assertThat(socket.ask("who")).isEqualTo("ada");
		}
	}

	@Test
	void whenTokenIsExpiredThenNoMessageCounts() throws Exception {
		try (Socket socket = this.office.socket("/desk", this.office.token("ada"))) {
			this.office.bean(TestClock.class).pass(Duration.ofMinutes(10));
			socket.say("write");
			assertThat(socket.closing()).isEqualTo("1008 expired");
			assertThat(socket.nothingHeard()).isTrue();
		}
	}

	@Test
	void whenTokenIsRevokedThenClosed() throws Exception {
		String token = this.office.rawToken("ada");
		try (Socket socket = this.office.socket("/desk", "Authorization: Bearer " + token)) {
			this.office.form("POST /auth/revoke", "token=" + token);
			this.office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenSessionEndsByLogoutThenClosed() throws Exception {
		String session = this.office.session("ada");
		try (Socket socket = this.office.socket("/desk", session)) {
			this.office.endSessions("ada");
			this.office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenSessionIsAtItsEndThenClosed() throws Exception {
		try (Socket socket = this.office.socket("/desk", this.office.session("ada"))) {
			this.office.pass(Duration.ofHours(12));
			assertThat(socket.closing()).isEqualTo("1008 expired");
		}
	}

	@Test
	void whenKeyIsRevokedThenClosed() throws Exception {
		try (Socket socket = this.office.socket("/desk", "X-API-Key: " + TestApp.READER)) {
			this.office.bean(ApiKeyStore.class).revoke("reader");
			this.office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "session", "token", "basic" })
	void whenUserIsDisabledThenClosed(String kind) throws Exception {
		try (Socket socket = this.office.socket("/desk", this.office.credential(kind, "ada"))) {
			this.office.change("ada", "{\"enabled\":false}");
			this.office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenPermissionIsWithdrawnThenClosed() throws Exception {
		try (Socket socket = this.office.socket("/desk", this.office.session("bob"))) {
			this.office.change("bob", "{\"permissions\":[\"agents:read\"]}");
			this.office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 insufficient_permissions");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "session", "basic" })
	void whenOneOfTwoPermissionsIsWithdrawnThenTheOtherStays(String kind) throws Exception {
		try (Socket socket = this.office.socket("/desk", this.office.credential(kind, "ada"))) {
			assertThat(socket.ask("write")).isEqualTo("written");
			this.office.change("ada", "{\"permissions\":[\"threads:read\"]}");
			assertThat(socket.ask("write")).contains("insufficient_permissions");
			assertThat(socket.ask("checked")).isEqualTo("{threads=[read], files=[]}");
		}
	}

	@Test
	void whenOneUserIsDisabledThenSocketsOfOthersStay() throws Exception {
		try (Socket socket = this.office.socket("/desk", this.office.session("bob"));
				Socket other = this.office.socket("/desk", this.office.token("ada"))) {
			this.office.change("ada", "{\"enabled\":false}");
			this.office.sockets().check();
			assertThat(other.closing()).isEqualTo("1008 revoked");
			assertThat(socket.ask("who")).isEqualTo("bob");
		}
	}

	@Test
	void whenSocketIsClosedByItsClientThenForgotten() throws Exception {
		Socket socket = this.office.socket("/desk", this.office.token("ada"));
		socket.leave();
		assertThat(socket.closing()).startsWith("1000");
		assertThat(this.office.sockets().size()).isZero();
	}

}
