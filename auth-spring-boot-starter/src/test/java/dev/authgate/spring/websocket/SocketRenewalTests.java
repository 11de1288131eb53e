package dev.authgate.spring.websocket;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client presents a fresh token on the open socket to keep it.
 */
class SocketRenewalTests {

	private static final String RENEWED = "{\"authorization\":\"renewed\"}";

	private static Office office;

	private final String user = office.somebody();

	@BeforeAll
	static void open() {
		office = Office.open("authgate.websocket.renewal=true");
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@Test
	void whenRenewedThenLivesAsLongAsTheNewToken() throws Exception {
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			office.pass(Duration.ofMinutes(9));
			assertThat(socket.ask(frame(office.rawToken(this.user)))).isEqualTo(RENEWED);
			office.pass(Duration.ofMinutes(9));
			assertThat(socket.ask("who")).isEqualTo(this.user);
			office.pass(Duration.ofMinutes(1));
			assertThat(socket.closing()).isEqualTo("1008 expired");
		}
	}

	@Test
	void whenTokenIsWrongThenRefusedAndTheOldOneCounts() throws Exception {
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			assertThat(socket.ask(frame("wrong"))).contains("invalid_credentials").doesNotContain("wrong");
			assertThat(socket.ask("who")).isEqualTo(this.user);
		}
	}

	@Test
	void whenTokenIsOfAnotherUserThenRefused() throws Exception {
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			assertThat(socket.ask(frame(office.rawToken(office.somebody())))).contains("access_denied");
			assertThat(socket.ask("who")).isEqualTo(this.user);
		}
	}

	@Test
	void whenFrameHasMoreMembersThenItIsTheApplications() throws Exception {
		String message = "{\"authorization\":\"Bearer x\",\"more\":1}";
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			assertThat(socket.ask(message)).isEqualTo("heard " + message);
		}
	}

	@Test
	void whenRenewalIsOffThenFrameIsTheApplications() throws Exception {
		try (Office plain = Office.open(); Socket socket = plain.socket("/desk", plain.token("person1"))) {
			assertThat(socket.ask("{\"authorization\":\"x\"}")).startsWith("heard");
		}
	}

	private static String frame(String token) {
		return "{\"authorization\":\"Bearer " + token + "\"}";
	}

}
