package dev.authgate.spring.websocket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import dev.authgate.contract.TestClock;
import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.Revocation;
import dev.authgate.revocation.RevocationKind;
import dev.authgate.revocation.RevocationStore;
import dev.authgate.spring.server.RealPostgres;
import dev.authgate.spring.server.RealRedis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sockets where several instances share what was taken back, and where that is lost: L8.
 */
class SharedSocketTests {

	static Stream<List<String>> stores() {
		return Stream.of(
				List.of("authgate.store=jdbc", "authgate.jdbc.initialize-schema=always",
						"spring.datasource.url=" + RealPostgres.newDatabase()),
				List.of("authgate.store=redis", "spring.data.redis.port=" + RealRedis.port()));
	}

	@ParameterizedTest
	@MethodSource("stores")
	void whenOneInstanceTakesBackThenTheOtherCloses(List<String> store) throws Exception {
		String[] properties = store.toArray(String[]::new);
		try (Office one = Office.open(properties); Office other = Office.open(properties)) {
			String token = one.rawToken("person1");
			try (Socket revoked = other.socket("/desk", "Authorization: Bearer " + token);
					Socket ended = other.socket("/desk", other.token("person2"));
					Socket stays = other.socket("/desk", one.token("person3"))) {
				one.form("POST /auth/revoke", "token=" + token);
				one.endSessions("person2");
				Instant before = Instant.now();
				assertThat(revoked.closing()).isEqualTo("1008 revoked");
				assertThat(ended.closing()).isEqualTo("1008 revoked");
				assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
				assertThat(stays.ask("who")).isEqualTo("person3");
			}
		}
	}

	@Test
	void whenNobodyKnowsWhatWasTakenBackThenClosedForTheTimeBeing() throws Exception {
		try (Office office = Office.of(Office.describe().and(Losable.class));
				Socket socket = office.socket("/desk", office.token("person1"))) {
			assertThat(socket.ask("who")).isEqualTo("person1");
			Losable.LOST.set(true);
			office.bean(TestClock.class).pass(Duration.ofSeconds(3));
			office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1013 unavailable");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Losable {

		static final AtomicBoolean LOST = new AtomicBoolean();

		@Bean
		RevocationStore losable() {
			return new LosableStore(new InMemoryRevocationStore());
		}

	}

	record LosableStore(RevocationStore store) implements RevocationStore {

		@Override
		public Revocation raise(Revocation revocation) {
			return this.store.raise(revocation);
		}

		@Override
		public @Nullable Revocation find(RevocationKind kind, String id) {
			return this.store.find(kind, id);
		}

		@Override
		public Changes changesSince(long cursor) {
			if (Losable.LOST.get()) {
				throw new IllegalStateException("lost");
			}
			return this.store.changesSince(cursor);
		}

		@Override
		public int deleteExpired(Instant now, int limit) {
			return this.store.deleteExpired(now, limit);
		}

	}

}
