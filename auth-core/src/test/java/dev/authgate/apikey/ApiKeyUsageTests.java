package dev.authgate.apikey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.contract.TestApiKeys;
import dev.authgate.contract.TestRequests;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** F16. */
class ApiKeyUsageTests {

	private static final Instant NOW = Instant.parse("2026-05-01T12:00:30Z");

	private static final Instant MINUTE = Instant.parse("2026-05-01T12:00:00Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

	private final ApiKeyUsage usage = new ApiKeyUsage(new Hand(this.now));

	private final InMemoryApiKeyStore store = new InMemoryApiKeyStore();

	private final ApiKeyAuthenticator authenticator = ApiKeyAuthenticator.builder(this.store).usage(this.usage).build();

	ApiKeyUsageTests() {
		this.store.load(List.of(TestApiKeys.first(), TestApiKeys.second()));
	}

	@Test
	void whenKeyWasNotUsedThenNull() {
		assertThat(this.usage.lastUsed("first")).isNull();
		assertThat(this.usage.lastUsed("nobody")).isNull();
	}

	@Test
	void whenKeyIsAcceptedThenItsMinuteAndNoOtherKeys() {
		send(TestApiKeys.FIRST);
		assertThat(this.usage.lastUsed("first")).isEqualTo(MINUTE);
		assertThat(this.usage.lastUsed("second")).isNull();
	}

	@Test
	void whenKeyIsAcceptedLaterThenTheLaterMinute() {
		send(TestApiKeys.FIRST);
		this.now.set(NOW.plus(Duration.ofMinutes(7)));
		send(TestApiKeys.FIRST);
		assertThat(this.usage.lastUsed("first")).isEqualTo(MINUTE.plus(Duration.ofMinutes(7)));
	}

	@Test
	void whenClockGoesBackThenTheLaterMinuteStays() {
		send(TestApiKeys.FIRST);
		this.now.set(NOW.minus(Duration.ofHours(1)));
		send(TestApiKeys.FIRST);
		assertThat(this.usage.lastUsed("first")).isEqualTo(MINUTE);
	}

	@Test
	void whenKeyIsRefusedThenNothingIsRecorded() {
		this.store.register(ApiKey.builder(Secret.of("a-key-switched-off")).id("off").enabled(false).build());
		send("a-key-switched-off");
		send("unknown-key-0123456789");
		assertThat(this.usage.lastUsed("off")).isNull();
	}

	@Test
	void whenKeysAreLoadedAnewThenRecordStays() {
		send(TestApiKeys.FIRST);
		this.store.load(List.of(TestApiKeys.first()));
		assertThat(this.usage.lastUsed("first")).isEqualTo(MINUTE);
	}

	private void send(String key) {
		this.authenticator.authenticate(TestRequests.apiKey(key));
	}

	private static final class Hand extends Clock {

		private final AtomicReference<Instant> now;

		Hand(AtomicReference<Instant> now) {
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
			return this.now.get();
		}

	}

}
