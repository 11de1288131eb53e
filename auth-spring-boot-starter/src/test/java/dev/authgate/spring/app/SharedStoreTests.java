package dev.authgate.spring.app;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.authgate.contract.session.Together;
import dev.authgate.spring.server.FreePort;
import dev.authgate.spring.server.RealPostgres;
import dev.authgate.spring.server.RealRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.embedded.RedisServer;

import static dev.authgate.spring.app.TestClient.member;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of an application on one real PostgreSQL or one real Redis.
 */
class SharedStoreTests {

	private static final long PATIENCE_NANOS = 20_000_000_000L;

	static Stream<List<String>> stores() {
		return Stream.of(
				List.of("authgate.store=jdbc", "authgate.jdbc.initialize-schema=always",
						"spring.datasource.url=" + RealPostgres.newDatabase()),
				List.of("authgate.store=redis", "spring.data.redis.port=" + RealRedis.port()));
	}

	@ParameterizedTest
	@MethodSource("stores")
	void whenOneInstanceRevokesThenTheOtherKnowsWithinTheBound(List<String> store) {
		try (TestApp one = app(store); TestApp other = app(store)) {
			TestClient first = new TestClient(one);
			TestClient second = new TestClient(other);
			Reply login = first.login("ada");
			assertThat(second.status(member(login, "token"))).isEqualTo(200);
			first.revoke(member(login, "token"));
			assertThat(within(2_500, () -> second.status(member(login, "token")) == 401)).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("stores")
	void whenSessionIsBegunAtOneInstanceThenTheOtherContinuesAndEndsIt(List<String> store) {
		try (TestApp one = app(store); TestApp other = app(store)) {
			TestClient first = new TestClient(one);
			TestClient second = new TestClient(other);
			Reply login = first.login("ada");
			Reply next = second.refresh(member(login, "refresh_token"));
			assertThat(first.status(member(next, "token"))).isEqualTo(200);
			assertThat(second.send("DELETE /auth/sessions", member(next, "token")).status()).isEqualTo(204);
			assertThat(first.refresh(member(next, "refresh_token")).status()).isEqualTo(401);
			assertThat(within(2_500, () -> first.status(member(next, "token")) == 401)).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("stores")
	void whenOneTokenIsUsedAtBothInstancesAtOnceThenExactlyOneSucceeds(List<String> store) {
		try (TestApp one = app(store); TestApp other = app(store)) {
			TestClient first = new TestClient(one);
			TestClient second = new TestClient(other);
			String token = member(first.login("ada"), "refresh_token");
			List<Integer> statuses = Together.run(50,
					() -> ((Thread.currentThread().getId() % 2 == 0) ? first : second).refresh(token).status());
			assertThat(statuses).containsOnlyOnce(200).allMatch((status) -> status != 500);
		}
	}

	@Test
	void whenRedisIsLostThenUnavailableAndBackWithoutRestart() throws IOException {
		int port = FreePort.find();
		RedisServer redis = RealRedis.start(port);
		try (TestApp app = app(List.of("authgate.store=redis", "spring.data.redis.port=" + port))) {
			TestClient client = new TestClient(app);
			String token = member(client.login("ada"), "token");
			redis.stop();
			assertThat(within(6_000, () -> client.status(token) == 503)).isTrue();
			assertThat(Together.run(8, () -> timed(() -> client.login("ada"))))
				.allMatch((answer) -> answer.status() == 503 && answer.millis() < 8_000);
			redis = RealRedis.start(port);
			assertThat(within(20_000, () -> client.status(token) == 200)).isTrue();
			assertThat(within(20_000, () -> client.login("ada").status() == 200)).isTrue();
		}
		finally {
			redis.stop();
		}
	}

	private static TestApp app(List<String> store) {
		return TestApp.serving(UserHandlers.class)
			.tokens()
			.with(TestClient.PEOPLE)
			.with(store.toArray(String[]::new))
			.start();
	}

	private static Answer timed(Supplier<Reply> call) {
		long begin = System.nanoTime();
		int status = call.get().status();
		return new Answer(status, (System.nanoTime() - begin) / 1_000_000);
	}

	private static boolean within(long millis, BooleanSupplier condition) {
		long begin = System.nanoTime();
		while (System.nanoTime() - begin < Math.min(millis * 1_000_000, PATIENCE_NANOS)) {
			if (condition.getAsBoolean()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A status and how long it took.
	 */
	private record Answer(int status, long millis) {
	}

}
