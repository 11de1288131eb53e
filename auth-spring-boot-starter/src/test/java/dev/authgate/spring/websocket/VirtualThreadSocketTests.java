package dev.authgate.spring.websocket;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sockets whose messages are handled by virtual threads.
 */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "There are no virtual threads before")
class VirtualThreadSocketTests {

	private static Office office;

	private final String user = office.somebody();

	@BeforeAll
	static void open() {
		office = Office.open("spring.threads.virtual.enabled=true");
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@Test
	void whenMessagesAreHandledThenByVirtualThreads() throws Exception {
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			assertThat(socket.ask("thread")).contains("VirtualThread");
		}
	}

	@Test
	void whenBeanIsCalledThenAsTheCaller() throws Exception {
		try (Socket socket = office.socket("/desk", office.session(this.user))) {
			assertThat(socket.ask("put")).isEqualTo("put");
		}
	}

	@Test
	void whenTokenExpiresThenClosed() throws Exception {
		try (Socket socket = office.socket("/desk", office.token(this.user))) {
			office.pass(Duration.ofMinutes(10));
			assertThat(socket.closing()).isEqualTo("1008 expired");
		}
	}

	@Test
	void whenUserIsDisabledThenClosed() throws Exception {
		try (Socket socket = office.socket("/desk", office.session(this.user))) {
			office.change(this.user, "{\"enabled\":false}");
			office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

}
