package dev.authgate.spring.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.apikey.ApiKeyUsage;
import dev.authgate.secret.SecretDigest;
import dev.authgate.spring.keys.KeysFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The keys file over real connections, while it is replaced in every way.
 */
class KeysFileHttpTests {

	private static final String STAYS = "a-key-that-stays-0123";

	private static final String GOES = "a-key-that-goes-01234";

	private static final String COMES = "a-key-that-comes-0123";

	private static final String BEFORE = file(STAYS, "stays") + entry(GOES, "goes");

	private static final String AFTER = file(COMES, "comes") + entry(STAYS, "stays");

	@TempDir
	private Path directory;

	private Path path;

	private TestApp app;

	@BeforeEach
	void start() throws IOException {
		this.path = Files.writeString(this.directory.resolve("keys.yml"), BEFORE);
		this.app = TestApp.bare(UserHandlers.class)
			.key(0, TestApp.READER, "reader", "threads:read")
			.with("authgate.api-keys.file=" + this.path, "authgate.api-keys.file-interval=1d",
					"authgate.users.throttle.enabled=false")
			.start();
	}

	@AfterEach
	void stop() {
		this.app.close();
	}

	/** F2, F4. */
	@Test
	void whenKeyStandsInTheFileThenAcceptedBesideTheConfiguredOnes() {
		assertThat(this.app.getAs(STAYS, "/api/user").body()).contains("\"id\":\"stays\"");
		assertThat(this.app.getAs(TestApp.READER, "/api/user").body()).contains("\"id\":\"reader\"");
	}

	/** F3. */
	@Test
	void whenFileIsReplacedThenKeysComeAndGoAndOthersStay() throws IOException {
		ApiKeyStore store = this.app.bean(ApiKeyStore.class);
		store.register(ApiKey.of("a-key-registered-0123", "registered"));
		Files.writeString(this.path, AFTER);
		settle();
		assertThat(status(COMES)).isEqualTo(200);
		assertThat(status(STAYS)).isEqualTo(200);
		assertThat(status(GOES)).isEqualTo(401);
		assertThat(status(TestApp.READER)).isEqualTo(200);
		assertThat(status("a-key-registered-0123")).isEqualTo(200);
	}

	/** F3. */
	@Test
	void whenKeyOfTheFileIsRevokedThenItStaysSo() throws IOException {
		this.app.bean(ApiKeyStore.class).revoke("stays");
		Files.writeString(this.path, AFTER);
		settle();
		assertThat(status(COMES)).isEqualTo(200);
		assertThat(status(STAYS)).isEqualTo(401);
	}

	/** F16. */
	@Test
	void whenFileIsReplacedThenLastUseOfKeysThatStayIsKept() throws IOException {
		status(STAYS);
		Files.writeString(this.path, AFTER);
		settle();
		assertThat(this.app.bean(ApiKeyUsage.class).lastUsed("stays")).isNotNull();
		assertThat(this.app.bean(ApiKeyUsage.class).lastUsed("comes")).isNull();
	}

	/** F3. */
	@Test
	void whenCutOffAtEveryByteWhileRequestsRunThenNoErrorAndNoKeyTooMany() throws Exception {
		byte[] whole = BEFORE.getBytes(StandardCharsets.UTF_8);
		Traffic traffic = new Traffic();
		for (int length = whole.length; length >= 0; length--) {
			Files.write(this.path, Arrays.copyOf(whole, length));
			settle();
		}
		assertThat(traffic.end()).containsOnly("stays 200", "goes 200", "goes 401", "comes 401");
		assertThat(status(STAYS)).isEqualTo(200);
	}

	/** F3. */
	@Test
	void whenRenamedOverWhileRequestsRunThenOnlyTheKeysThatStandThere() throws Exception {
		Path next = this.directory.resolve("next");
		Traffic traffic = new Traffic();
		for (int i = 0; i < 20; i++) {
			Files.writeString(next, (i % 2 == 0) ? AFTER : BEFORE);
			Files.move(next, this.path, StandardCopyOption.ATOMIC_MOVE);
			settle();
			assertSwapped(i % 2 == 0);
		}
		assertThat(traffic.end()).contains("stays 200")
			.isSubsetOf("stays 200", "goes 200", "goes 401", "comes 200", "comes 401");
	}

	/** F3: as Kubernetes does it, a link to a link that is renamed over. */
	@Test
	void whenLinkIsSwappedWhileRequestsRunThenOnlyTheKeysThatStandThere() throws Exception {
		Path data = this.directory.resolve("..data");
		Files.createSymbolicLink(data, version(0, BEFORE));
		Files.delete(this.path);
		Files.createSymbolicLink(this.path, Path.of("..data", "keys.yml"));
		Traffic traffic = new Traffic();
		for (int i = 1; i <= 20; i++) {
			Path link = Files.createSymbolicLink(this.directory.resolve("..data_tmp"),
					version(i, (i % 2 != 0) ? AFTER : BEFORE));
			Files.move(link, data, StandardCopyOption.ATOMIC_MOVE);
			Files.delete(this.directory.resolve("v" + (i - 1)).resolve("keys.yml"));
			settle();
			assertSwapped(i % 2 != 0);
		}
		assertThat(traffic.end()).contains("stays 200")
			.isSubsetOf("stays 200", "goes 200", "goes 401", "comes 200", "comes 401");
	}

	@Test
	void whenIntervalIsShortThenFileIsReadByItself() throws IOException {
		try (TestApp watching = TestApp.bare(UserHandlers.class)
			.with("authgate.api-keys.file=" + this.path, "authgate.api-keys.file-interval=100ms")
			.start()) {
			Files.writeString(this.path, AFTER);
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
			while (watching.getAs(GOES, "/api/user").status() == 200 && System.nanoTime() < end) {
				Thread.onSpinWait();
			}
			assertThat(watching.getAs(GOES, "/api/user").status()).isEqualTo(401);
			assertThat(watching.getAs(COMES, "/api/user").status()).isEqualTo(200);
		}
		assertThat(Thread.getAllStackTraces().keySet())
			.filteredOn((thread) -> thread.getName().equals("authgate-keys-file"))
			.allMatch(Thread::isDaemon);
	}

	@Test
	void whenBeansAreMadeLazilyThenFileIsReadAllTheSame() {
		try (TestApp lazy = TestApp.bare(UserHandlers.class)
			.with("authgate.api-keys.file=" + this.path, "authgate.api-keys.file-interval=1d",
					"spring.main.lazy-initialization=true")
			.start()) {
			assertThat(lazy.getAs(STAYS, "/api/user").status()).isEqualTo(200);
			assertThat(lazy.isMade("authgateKeysFileCheck")).isTrue();
		}
	}

	private void assertSwapped(boolean after) {
		assertThat(status(GOES)).isEqualTo(after ? 401 : 200);
		assertThat(status(COMES)).isEqualTo(after ? 200 : 401);
	}

	private Path version(int number, String content) throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve("v" + number));
		Files.writeString(folder.resolve("keys.yml"), content);
		return folder;
	}

	private void settle() {
		KeysFile file = this.app.bean(KeysFile.class);
		file.check();
		file.check();
	}

	private int status(String key) {
		return this.app.getAs(key, "/api/user").status();
	}

	private static String file(String key, String app) {
		return "keys:\n" + entry(key, app);
	}

	private static String entry(String key, String app) {
		return "  - id: " + app + "\n    key-hash: " + SecretDigest.of(key) + "\n    app: " + app + "\n";
	}

	/**
	 * Requests of all keys in two threads, until it is ended.
	 */
	private final class Traffic {

		private final AtomicBoolean over = new AtomicBoolean();

		private final Queue<String> answers = new ConcurrentLinkedQueue<>();

		private final CountDownLatch underWay = new CountDownLatch(2);

		private final ExecutorService pool = Executors.newFixedThreadPool(2);

		private final List<Future<?>> threads = List.of(this.pool.submit(this::send), this.pool.submit(this::send));

		Traffic() throws InterruptedException {
			this.underWay.await();
		}

		private void send() {
			do {
				for (String key : List.of(STAYS, GOES, COMES)) {
					this.answers.add(key.split("-")[3] + " " + status(key));
				}
				this.underWay.countDown();
			}
			while (!this.over.get());
		}

		List<String> end() throws Exception {
			this.over.set(true);
			for (Future<?> thread : this.threads) {
				thread.get(1, TimeUnit.MINUTES);
			}
			this.pool.shutdown();
			return this.answers.stream().distinct().toList();
		}

	}

}
