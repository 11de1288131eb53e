package dev.authgate.spring.websocket;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.contract.Race;
import dev.authgate.secret.SecretDigest;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import dev.authgate.spring.server.RealPostgres;
import dev.authgate.spring.server.RealRedis;
import dev.authgate.ticket.Ticket;
import dev.authgate.ticket.TicketStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tickets where several instances share a store, and where the store is lost.
 */
class SharedTicketTests {

	private static final String KEY = "X-API-Key: " + TestApp.READER;

	static Stream<List<String>> stores() {
		return Stream.of(
				List.of("authgate.store=jdbc", "authgate.jdbc.initialize-schema=always",
						"spring.datasource.url=" + RealPostgres.newDatabase()),
				List.of("authgate.store=redis", "spring.data.redis.port=" + RealRedis.port()));
	}

	@ParameterizedTest
	@MethodSource("stores")
	void whenOneInstanceIssuesThenTheOtherOpensOnce(List<String> store) {
		try (TestApp one = app(store).start(); TestApp other = app(store).start()) {
			String ticket = JsonPath.read(ask(one).body(), "$.ticket");
			List<Boolean> opened = Race.of(20, (i) -> head((i % 2 == 0) ? one : other, ticket).contains(" 101"));
			assertThat(opened).containsOnlyOnce(true);
		}
	}

	@Test
	void whenStoreIsLostThenUnavailable() {
		try (TestApp app = app(List.of()).and(Lost.class).start()) {
			assertThat(ask(app).status()).isEqualTo(503);
			assertThat(head(app, "0".repeat(27))).startsWith("HTTP/1.1 503");
			assertThat(RawHandshake.head(app.port(), "/guarded", KEY)).startsWith("HTTP/1.1 101");
		}
	}

	private static TestApp app(List<String> store) {
		return TestApp.serving(Talk.class)
			.with("authgate.endpoints.ws-ticket.enabled=true")
			.with(store.toArray(String[]::new));
	}

	private static Reply ask(TestApp app) {
		return Wire.to(app.port()).json("POST /auth/ws-ticket", "{\"path\":\"/guarded\"}", KEY);
	}

	private static String head(TestApp app, String ticket) {
		return RawHandshake.head(app.port(), "/guarded", "Sec-WebSocket-Protocol: ticket, " + ticket);
	}

	@Configuration(proxyBeanMethods = false)
	static class Lost {

		@Bean
		TicketStore lost() {
			return new TicketStore() {

				@Override
				public void put(Ticket ticket) {
					throw new IllegalStateException("no store");
				}

				@Override
				public @Nullable Ticket take(SecretDigest digest) {
					throw new IllegalStateException("no store");
				}

				@Override
				public int deleteExpired(Instant now, int limit) {
					return 0;
				}

			};
		}

	}

}
