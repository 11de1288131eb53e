package dev.authgate.spring.websocket.stomp;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.socket.EnableWebSocketSecurity;
import org.springframework.security.messaging.access.intercept.MessageMatcherDelegatingAuthorizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The message security of Spring Security judges the same caller, behind ours.
 */
class StompNeighbourTests {

	@RegisterExtension
	static final TestApp APP = Board.app()
		.and(Neighbour.class)
		.route(0, "paths=/stomp-optional", "access=optional")
		.with("authgate.websocket.destinations[0].destination=/topic/**");

	@Test
	void whenBothLetFrameThroughThenAnswered() {
		try (Stomp writer = as(TestApp.WRITER)) {
			assertThat(writer.subscribe("/app/who").next()).contains("you are writer");
		}
	}

	@Test
	void whenNeighbourRefusesThenError() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/topic/free", "x").next()).startsWith("ERROR\n");
			assertThat(reader.next()).startsWith("closed");
		}
	}

	@Test
	void whenOursRefusesThenError() {
		try (Stomp reader = as(TestApp.READER)) {
			assertThat(reader.say("/app/write", "x").next()).contains("code:insufficient_permissions");
		}
	}

	private static Stomp as(String key) {
		return Stomp.open(APP.port(), "/stomp-optional")
			.connected("X-API-Key:" + key)
			.subscribed("/user/queue/answers");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocketSecurity
	static class Neighbour {

		@Bean
		AuthorizationManager<Message<?>> messages(MessageMatcherDelegatingAuthorizationManager.Builder messages) {
			return messages.simpMessageDestMatchers("/topic/**")
				.hasAuthority("threads:write")
				.anyMessage()
				.authenticated()
				.build();
		}

		@Bean
		ChannelInterceptor csrfChannelInterceptor() {
			return new ChannelInterceptor() {
			};
		}

	}

}
