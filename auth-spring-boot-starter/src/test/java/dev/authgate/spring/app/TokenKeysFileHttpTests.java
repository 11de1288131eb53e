package dev.authgate.spring.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.authgate.contract.TestJwts;
import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.spring.tokens.WatchedKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file of a ring over real connections, while it is replaced in every way.
 */
class TokenKeysFileHttpTests {

	private static final String OLD = TestJwts.SECRET;

	private static final String NEW = "kV8sQ2mXc5Zt1LhWp7Rb4Ny9Gd6FjUa3";

	private static final String BEFORE = set(jwk("old", OLD));

	private static final String BOTH = set(jwk("old", OLD), jwk("new", NEW).replace("{", "{\"nbf\":1,"));

	private static final String AFTER = set(jwk("new", NEW).replace("{", "{\"nbf\":1,"));

	@TempDir
	private Path directory;

	private Path path;

	private TestApp app;

	@BeforeEach
	void start() throws IOException {
		this.path = Files.writeString(this.directory.resolve("keys.json"), BEFORE);
		this.app = TestApp.bare(UserHandlers.class)
			.with("authgate.jwt.keys[0].jwk=file:" + this.path, "authgate.jwt.reload-interval=1d")
			.start();
	}

	@AfterEach
	void stop() {
		this.app.close();
	}

	@Test
	void whenBeansAreMadeLazilyThenFileIsLookedAtAllTheSame() {
		try (TestApp lazy = TestApp.bare(UserHandlers.class)
			.with("authgate.jwt.keys[0].jwk=file:" + this.path, "authgate.jwt.reload-interval=1d",
					"spring.main.lazy-initialization=true")
			.start()) {
			assertThat(lazy.isMade("authgateJwtKeysCheck")).isTrue();
		}
	}

	@Test
	void whenKeyIsExchangedThenOldTokensAreTakenUntilItIsGone() throws IOException {
		assertStatus(200, 401);
		replace(BOTH);
		assertStatus(200, 200);
		replace(AFTER);
		assertStatus(401, 200);
	}

	@Test
	void whenCutOffAtEveryByteWhileRequestsRunThenTheLastGoodRingStays() throws Exception {
		byte[] whole = AFTER.getBytes(StandardCharsets.UTF_8);
		Traffic traffic = new Traffic();
		for (int length = whole.length - 2; length >= 0; length--) {
			Files.write(this.path, Arrays.copyOf(whole, length));
			settle();
		}
		assertThat(traffic.end()).containsExactlyInAnyOrder("old 200", "new 401");
	}

	@Test
	void whenRenamedOverWhileRequestsRunThenNoGoodTokenIsRefused() throws Exception {
		Path next = this.directory.resolve("next");
		Traffic traffic = new Traffic();
		for (int i = 0; i < 20; i++) {
			Files.writeString(next, (i % 2 == 0) ? BOTH : BEFORE);
			Files.move(next, this.path, StandardCopyOption.ATOMIC_MOVE);
			settle();
			assertStatus(200, (i % 2 == 0) ? 200 : 401);
		}
		assertThat(traffic.end()).isSubsetOf("old 200", "new 200", "new 401");
	}

	private void replace(String content) throws IOException {
		Files.writeString(this.path, content);
		settle();
	}

	private void settle() {
		WatchedKeys keys = (WatchedKeys) this.app.bean(JwtKeys.class);
		keys.check();
		keys.check();
	}

	private void assertStatus(int old, int fresh) {
		assertThat(List.of(status("old", OLD), status("new", NEW))).containsExactly(old, fresh);
	}

	private int status(String id, String secret) {
		String claims = "{\"sub\":\"huginn\",\"exp\":" + Instant.now().plusSeconds(600).getEpochSecond() + "}";
		String token = TestJwts.signed("{\"alg\":\"HS256\",\"kid\":\"" + id + "\"}", claims,
				secret.getBytes(StandardCharsets.UTF_8));
		return this.app.get("/api/user", "Authorization: Bearer " + token).status();
	}

	private static String set(String... jwks) {
		return "{\"keys\":[" + String.join(",", jwks) + "]}\n";
	}

	private static String jwk(String id, String secret) {
		return "{\"kty\":\"oct\",\"kid\":\"" + id + "\",\"k\":\"" + TestJwts.encoded(secret) + "\"}";
	}

	/**
	 * Requests with the tokens of both keys in two threads, until it is ended.
	 */
	private final class Traffic {

		private final AtomicBoolean over = new AtomicBoolean();

		private final Set<String> answers = ConcurrentHashMap.newKeySet();

		private final CountDownLatch underWay = new CountDownLatch(2);

		private final ExecutorService pool = Executors.newFixedThreadPool(2);

		private final List<Future<?>> threads = List.of(this.pool.submit(this::send), this.pool.submit(this::send));

		Traffic() throws InterruptedException {
			this.underWay.await();
		}

		private void send() {
			do {
				this.answers.add("old " + status("old", OLD));
				this.answers.add("new " + status("new", NEW));
				this.underWay.countDown();
			}
			while (!this.over.get());
		}

		Set<String> end() throws Exception {
			this.over.set(true);
			for (Future<?> thread : this.threads) {
				thread.get(1, TimeUnit.MINUTES);
			}
			this.pool.shutdown();
			return this.answers;
		}

	}

}
