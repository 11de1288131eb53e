package dev.authgate.jwt.issuer;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.remote.FetchLimits;
import dev.authgate.jwt.remote.KeySource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rotates the keys of an issuer while tokens are signed and verified: ten times, or for a
 * minute with the system property {@code authgate.soak}.
 */
class KeyRotationTests {

	private static final int THREADS = 8;

	private static final int ROTATIONS = 10;

	private static final int TOKENS_PER_ROTATION = 20;

	private static final int PUBLISHED_KEYS = 20;

	private static final Duration SOAK = Duration.ofMinutes(1);

	private final AtomicReference<TestIssuerKey> signing = new AtomicReference<>(TestIssuerKey.ec("k0"));

	private final Deque<TestIssuerKey> published = new ArrayDeque<>(List.of(this.signing.get()));

	private final TestIssuer server = TestIssuer.start(this.signing.get());

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final AtomicLong now = new AtomicLong(1_800_000_000_000L);

	private final JwtAuthenticator authenticator = authenticator();

	@Test
	void whenIssuerRotatesItsKeysUnderLoadThenNoGoodTokenIsRefused() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		List<Future<Integer>> refused = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			refused.add(pool.submit(this::refusedUntilStopped));
		}
		int rotations = rotate();
		this.stopped.set(true);
		for (Future<Integer> count : refused) {
			assertThat(count.get()).isZero();
		}
		assertThat(this.server.keyRequests()).isBetween(rotations, rotations + 1);
		pool.shutdown();
		this.server.close();
	}

	private int rotate() {
		long end = System.nanoTime() + (Boolean.getBoolean("authgate.soak") ? SOAK.toNanos() : 0);
		int rotations = 0;
		while (rotations < ROTATIONS || System.nanoTime() < end) {
			for (int i = 0; i < TOKENS_PER_ROTATION; i++) {
				assertThat(isAccepted()).isTrue();
			}
			publish(TestIssuerKey.ec("k" + ++rotations));
		}
		assertThat(isAccepted()).isTrue();
		return rotations;
	}

	private void publish(TestIssuerKey next) {
		this.published.add(next);
		if (this.published.size() > PUBLISHED_KEYS) {
			this.published.remove();
		}
		this.now.addAndGet(1000);
		this.server.publish(this.published.toArray(TestIssuerKey[]::new));
		this.signing.set(next);
	}

	private int refusedUntilStopped() {
		int refused = 0;
		while (!this.stopped.get()) {
			refused += isAccepted() ? 0 : 1;
		}
		return refused;
	}

	private boolean isAccepted() {
		String claims = "{\"iss\":\"" + this.server.issuer() + "\",\"sub\":\"huginn\",\"exp\":99999999999}";
		return this.authenticator.verify(this.signing.get().token(claims)) instanceof Authenticated;
	}

	private JwtAuthenticator authenticator() {
		FetchLimits limits = new FetchLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofHours(1),
				Duration.ofHours(24), Duration.ofSeconds(1));
		KeySource source = new KeySource(this.server.issuer(), URI.create(this.server.keysUri()), false,
				Set.of(JwtAlgorithm.ES256), limits);
		TrustedIssuer issuer = TrustedIssuer.builder(source)
			.allowAnyAudience()
			.clock(new DrivenClock(this.now))
			.build();
		return JwtAuthenticator.builder().trust(issuer).build();
	}

	private static final class DrivenClock extends Clock {

		private final AtomicLong now;

		DrivenClock(AtomicLong now) {
			this.now = now;
		}

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
			return Instant.ofEpochMilli(this.now.get());
		}

	}

}
