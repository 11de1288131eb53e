package dev.authgate.spring.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.authgate.spring.server.FreePort;
import dev.authgate.spring.server.RealPostgres;
import dev.authgate.spring.server.RealRedis;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F47: two instances of an application share one count, and refuse while it is lost.
 */
class SharedThrottleTests {

	private static final String PASSWORD = "correct horse battery";

	@Test
	void whenInstancesShareDatabaseThenOneCount() {
		String[] shared = { "authgate.store=jdbc", "authgate.jdbc.initialize-schema=always",
				"spring.datasource.url=" + RealPostgres.newDatabase() };
		assertOneCount(shared);
	}

	@Test
	void whenInstancesShareRedisThenOneCount() throws IOException {
		int port = FreePort.find();
		RedisServer server = RealRedis.start(port);
		try {
			assertOneCount("authgate.store=redis", "spring.data.redis.port=" + port);
		}
		finally {
			server.stop();
		}
	}

	/** Fails closed, without a long wait, and recovers without a restart. */
	@Test
	void whenRedisIsLostThenUnavailableUntilItIsBack() throws IOException {
		int port = FreePort.find();
		RedisServer server = RealRedis.start(port);
		try (TestApp app = app("authgate.store=redis", "spring.data.redis.port=" + port).start()) {
			assertThat(call(app, PASSWORD).status()).isEqualTo(200);
			server.stop();
			long start = System.nanoTime();
			RawResponse lost = call(app, PASSWORD);
			assertThat(lost.status()).isEqualTo(503);
			assertThat(lost.body()).contains("\"code\":\"unavailable\"");
			assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(5);
			assertThat(app.getAs(TestApp.READER, "/api/user").status()).isEqualTo(200);
			server = RealRedis.start(port);
			assertThat(statusOnceBack(app)).isEqualTo(200);
		}
		finally {
			server.stop();
		}
	}

	private static void assertOneCount(String... shared) {
		try (TestApp one = app(shared).start(); TestApp other = app(shared).start()) {
			for (int i = 0; i < 5; i++) {
				assertThat(call(one, "wrong").status()).isEqualTo(401);
				assertThat(call(other, "wrong").status()).isEqualTo(401);
			}
			assertThat(call(one, PASSWORD).status()).isEqualTo(429);
			assertThat(call(other, PASSWORD).status()).isEqualTo(429);
		}
	}

	private static int statusOnceBack(TestApp app) {
		int status = 503;
		for (int i = 0; i < 20 && status == 503; i++) {
			status = call(app, PASSWORD).status();
		}
		return status;
	}

	private static RawResponse call(TestApp app, String password) {
		byte[] login = ("ada:" + password).getBytes(StandardCharsets.UTF_8);
		return app.get("/by-password", "Authorization: Basic " + Base64.getEncoder().encodeToString(login));
	}

	private static TestApp app(String... properties) {
		return TestApp.serving(UserHandlers.class, BasicHttpTests.ByPassword.class, ThrottledApp.Parts.class)
			.with("authgate.default-authenticator=api-key", "authgate.users.accounts[0].username=ada",
					"authgate.users.accounts[0].password={plain}" + PASSWORD)
			.with(properties);
	}

}
