package dev.authgate.jwt.remote;

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
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.token.JsonParser;
import dev.authgate.jwt.token.RefusedTokenException;
import org.jspecify.annotations.Nullable;

/**
 * An issuer without a network, with a clock and a timer that are driven by hand.
 */
final class FakeIssuer implements JsonSource, RefreshTimer {

	static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(1), Duration.ofSeconds(1),
			Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofSeconds(30));

	private static final KeySource SOURCE = new KeySource("https://idp.example.com",
			URI.create("https://idp.example.com/keys"), false, KeySource.asymmetric(), LIMITS);

	final AtomicInteger fetches = new AtomicInteger();

	final List<String> problems = new CopyOnWriteArrayList<>();

	final List<Duration> delays = new ArrayList<>();

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private final AtomicLong now = new AtomicLong(1_800_000_000_000L);

	private final AtomicReference<JsonSource> answer = new AtomicReference<>();

	FakeIssuer(TestIssuerKey... published) {
		publish(published);
	}

	RemoteKeys keys() {
		return new RemoteKeys(SOURCE, this, clock(), this, this.problems::add);
	}

	void publish(TestIssuerKey... published) {
		answerWith(TestIssuer.jwkSet(published));
	}

	void answerWith(String json) {
		this.answer.set((address, maxBytes) -> {
			try {
				return JsonParser.parseObject(json);
			}
			catch (RefusedTokenException ex) {
				throw new FetchException("answered rubbish");
			}
		});
	}

	void answerBy(JsonSource source) {
		this.answer.set(source);
	}

	void fail() {
		answerBy((address, maxBytes) -> {
			throw new FetchException("is down");
		});
	}

	void pass(Duration time) {
		this.now.addAndGet(time.toMillis());
	}

	void runDueTask() {
		this.tasks.remove().run();
	}

	int waitingTasks() {
		return this.tasks.size();
	}

	@Override
	public Map<String, @Nullable Object> get(URI address, int maxBytes) throws FetchException {
		this.fetches.incrementAndGet();
		return this.answer.get().get(address, maxBytes);
	}

	@Override
	public synchronized void after(Duration delay, Runnable task) {
		this.delays.add(delay);
		this.tasks.add(task);
	}

	private Clock clock() {
		return new Clock() {
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
				return Instant.ofEpochMilli(FakeIssuer.this.now.get());
			}
		};
	}

}
