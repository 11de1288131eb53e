package dev.authgate.spring.websocket.stomp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The audit log hears of refused frames.
 */
class StompAuditTests {

	@RegisterExtension
	static final TestApp APP = Board.app()
		.and(Heard.class)
		.route(0, "paths=/stomp-optional", "access=optional")
		.with(Board.ORDERED);

	@BeforeEach
	void forget() {
		APP.bean(Heard.class).events.clear();
	}

	@Test
	void whenFrameIsRefusedThenHeardOnce() {
		try (Stomp reader = Stomp.open(APP.port(), "/stomp", "X-API-Key: " + TestApp.READER).connected()) {
			reader.raw("SEND\ndestination:/app/write\n\n\0".repeat(3)).next();
			assertThat(reader.next()).startsWith("closed");
		}
		assertThat(heard()).containsExactly(
				new AccessRefused("reader", "insufficient_permissions", "SEND", "/app/write", "127.0.0.1"));
	}

	@Test
	void whenCredentialIsRefusedThenHeard() {
		try (Stomp client = Stomp.open(APP.port(), "/stomp-optional")) {
			client.connect("X-API-Key:wrong-key-0123456789");
		}
		assertThat(heard()).hasSize(2)
			.hasAtLeastOneElementOfType(CredentialRejected.class)
			.contains(new AccessRefused(null, "invalid_credentials", "CONNECT", "/stomp-optional", "127.0.0.1"));
	}

	private static List<AuthEvent> heard() {
		return APP.bean(Heard.class).events;
	}

	/**
	 * What the audit log would know.
	 */
	static final class Heard {

		private final List<AuthEvent> events = new CopyOnWriteArrayList<>();

		@EventListener({ AccessRefused.class, CredentialRejected.class })
		void onEvent(AuthEvent event) {
			this.events.add(event);
		}

	}

}
