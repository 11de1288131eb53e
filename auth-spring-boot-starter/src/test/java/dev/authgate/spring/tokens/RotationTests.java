package dev.authgate.spring.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.JwtSettings;
import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.jwt.key.KeyRing;
import dev.authgate.jwt.key.text.JwkKeys;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys that are exchanged in their file while eight threads sign and verify: for a
 * moment, or for a minute with {@code -Psoak}.
 */
class RotationTests {

	private static final int THREADS = 8;

	private static final int ROTATIONS = 8;

	private static final Duration LEAD = Duration.ofSeconds(10);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T00:00:00Z"));

	private final AtomicBoolean over = new AtomicBoolean();

	private final List<AtomicLong> rounds = new ArrayList<>();

	private final Queue<String> refused = new ConcurrentLinkedQueue<>();

	@TempDir
	private Path directory;

	@Test
	void whenKeysAreExchangedThenNoGoodTokenIsRefused() throws Exception {
		Path file = this.directory.resolve("keys.json");
		List<String> first = List.of(jwk(0, null));
		write(file, first);
		WatchedKeys keys = new WatchedKeys(() -> KeyTexts.read(List.of("file:" + file)),
				(texts) -> KeyRing.of(JwkKeys.read(texts.of(Secret.of("file:" + file)), null)));
		List<Thread> threads = start(keys);
		int done = rotate(file, keys, first.get(0));
		this.over.set(true);
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.refused).isEmpty();
		assertThat(done).isGreaterThanOrEqualTo(ROTATIONS);
		assertThat(keys.current().toString()).contains("id=" + done);
	}

	private int rotate(Path file, WatchedKeys keys, String first) throws Exception {
		long end = System.nanoTime() + (Boolean.getBoolean("authgate.soak") ? Duration.ofMinutes(1).toNanos() : 0);
		String current = first;
		int serial = 0;
		while (serial < ROTATIONS || System.nanoTime() < end) {
			String next = jwk(++serial, this.now.get().plus(LEAD));
			load(file, keys, List.of(current, next));
			awaitEveryThread();
			this.now.updateAndGet((time) -> time.plus(LEAD));
			awaitEveryThread();
			load(file, keys, List.of(next));
			awaitEveryThread();
			current = next;
		}
		return serial;
	}

	private static void load(Path file, WatchedKeys keys, List<String> jwks) throws IOException {
		write(file, jwks);
		keys.check();
		keys.check();
	}

	private void awaitEveryThread() {
		List<Long> before = this.rounds.stream().map(AtomicLong::get).toList();
		for (int i = 0; i < THREADS; i++) {
			while (this.rounds.get(i).get() < before.get(i) + 2 && this.refused.isEmpty()) {
				Thread.onSpinWait();
			}
		}
	}

	private List<Thread> start(JwtKeys keys) {
		Clock clock = new Clock() {
			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return RotationTests.this.now.get();
			}
		};
		JwtSettings base = JwtSettings.of(keys);
		JwtIssuer issuer = new JwtIssuer(base, Duration.ofHours(1), clock);
		JwtAuthenticator authenticator = JwtAuthenticator.builder(base).clock(clock).build();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			AtomicLong own = new AtomicLong();
			this.rounds.add(own);
			threads.add(new Thread(() -> work(issuer, authenticator, own)));
		}
		threads.forEach(Thread::start);
		return threads;
	}

	private void work(JwtIssuer issuer, JwtAuthenticator authenticator, AtomicLong own) {
		AuthUser user = AuthUser.of("huginn");
		while (!this.over.get()) {
			try {
				var result = authenticator.verify(issuer.issue(user));
				if (!(result instanceof Authenticated)) {
					this.refused.add(String.valueOf(result));
				}
			}
			catch (RuntimeException ex) {
				this.refused.add(ex.toString());
			}
			own.incrementAndGet();
		}
	}

	private static String jwk(int serial, @Nullable Instant signFrom) throws Exception {
		Date from = (signFrom != null) ? Date.from(signFrom) : null;
		String id = String.valueOf(serial);
		JWK jwk = (serial % 4 == 3) ? new ECKeyGenerator(Curve.P_256).keyID(id).notBeforeTime(from).generate()
				: new OctetSequenceKeyGenerator(256).keyID(id).notBeforeTime(from).generate();
		return jwk.toJSONString();
	}

	private static void write(Path file, List<String> jwks) throws IOException {
		Files.writeString(file, "{\"keys\":[" + String.join(",", jwks) + "]}");
	}

}
