package dev.authgate.spring.websocket.stomp;

import java.time.Duration;

import dev.authgate.AuthUser;
import dev.authgate.contract.TestClock;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Later frames may carry a new token where that is switched on: L9.
 */
class StompRenewalTests {

	private TestApp app;

	@BeforeEach
	void start() {
		this.app = Board.app()
			.and(Time.class)
			.with(Board.ORDERED, "authgate.websocket.renewal=true", "authgate.jwt.time-to-live=10m")
			.start();
	}

	@AfterEach
	void stop() {
		this.app.close();
	}

	@Test
	void whenFrameCarriesNewTokenThenSocketLivesOn() {
		try (Stomp client = client("tina")) {
			pass(9);
			client.send("SEND", "destination:/app/me", "Authorization:Bearer " + token("tina"));
			assertThat(client.next()).contains("tina jwt");
			pass(9);
			assertThat(client.say("/app/me", "").next()).contains("tina jwt");
		}
	}

	@Test
	void whenTokenIsOverThenNoFrameCounts() {
		try (Stomp client = client("tina")) {
			pass(11);
			assertThat(client.say("/app/me", "").next()).isEqualTo("closed 1008 expired");
		}
	}

	@Test
	void whenFrameCarriesTokenOfAnotherUserThenError() {
		try (Stomp client = client("tina")) {
			client.send("SEND", "destination:/app/me", "Authorization:Bearer " + token("tom"));
			assertThat(client.next()).contains("code:access_denied");
		}
	}

	@Test
	void whenFrameCarriesWrongTokenThenError() {
		try (Stomp client = client("tina")) {
			client.send("SEND", "destination:/app/me", "Authorization:Bearer wrong");
			assertThat(client.next()).contains("code:invalid_credentials");
		}
	}

	private Stomp client(String user) {
		return Stomp.open(this.app.port(), "/stomp", "Authorization: Bearer " + token(user))
			.connected()
			.subscribed("/user/queue/answers");
	}

	private String token(String user) {
		return this.app.bean(JwtIssuer.class).issue(AuthUser.of(user, "threads:read"));
	}

	private void pass(int minutes) {
		this.app.bean(TestClock.class).pass(Duration.ofMinutes(minutes));
	}

	@Configuration(proxyBeanMethods = false)
	static class Time {

		@Bean
		TestClock clock() {
			return new TestClock();
		}

	}

}
