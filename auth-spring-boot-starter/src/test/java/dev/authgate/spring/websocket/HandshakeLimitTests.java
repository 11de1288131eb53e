package dev.authgate.spring.websocket;

import dev.authgate.spring.app.TestApp;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handshakes of one address are counted, whatever becomes of them.
 */
class HandshakeLimitTests {

	private static final String KEY = "X-API-Key: " + TestApp.READER;

	@Test
	void whenThereWereTooManyThenRefused() {
		try (TestApp app = limited().start()) {
			assertThat(head(app)).startsWith("HTTP/1.1 401");
			assertThat(head(app, KEY)).startsWith("HTTP/1.1 101");
			assertThat(head(app, KEY)).startsWith("HTTP/1.1 429").containsIgnoringCase("Retry-After: ");
		}
	}

	@Test
	void whenThereWereTooManyThenOtherRequestsAreServed() {
		try (TestApp app = limited().start()) {
			head(app);
			head(app);
			head(app);
			assertThat(app.get("/guarded").status()).isEqualTo(401);
		}
	}

	@Test
	void whenThereWereTooManyAndSocketsAreClosedThenClosed() throws Exception {
		try (TestApp app = limited().with("authgate.websocket.on-failure=close-1008").start()) {
			head(app);
			head(app);
			try (Socket socket = Socket.open(app.port(), "/guarded", KEY)) {
				assertThat(socket.closing()).isEqualTo("1008 too_many_requests");
			}
		}
	}

	@Test
	void whenNobodyCanCountThenRefused() {
		try (TestApp app = limited().and(Lost.class).start()) {
			assertThat(head(app, KEY)).startsWith("HTTP/1.1 503");
		}
	}

	private static TestApp limited() {
		return TestApp.serving(Talk.class).with("authgate.websocket.limits.handshakes=2/1h");
	}

	private static String head(TestApp app, String... lines) {
		return RawHandshake.head(app.port(), "/guarded", lines);
	}

	@Configuration(proxyBeanMethods = false)
	static class Lost {

		@Bean
		Throttle lost() {
			return (kind, account, address) -> {
				if (kind == AttemptKind.HANDSHAKE) {
					throw new IllegalStateException("no store");
				}
				return Throttle.none().attempt(kind, account, address);
			};
		}

	}

}
