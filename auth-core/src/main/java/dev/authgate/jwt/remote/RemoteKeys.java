package dev.authgate.jwt.remote;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.authgate.jwt.key.KeysUnavailableException;
import dev.authgate.jwt.key.VerificationKey;
import dev.authgate.jwt.key.VerificationKeys;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer, fetched when the first token asks for one and from then on ahead
 * of their age in the background, so that a token with a known key never waits.
 * <p>
 * However many threads ask, one of them fetches. An unknown key costs at most one fetch
 * in an interval, and an issuer that fails is left alone for a while, longer each time.
 * The last good keys stay in use while it fails, for a bounded time; keys are only ever
 * replaced by a set with a usable one. Safe for use by several threads.
 */
public final class RemoteKeys implements VerificationKeys {

	private static final Duration BUSY_PAUSE = Duration.ofSeconds(1);

	private final KeySource source;

	private final Publisher publisher;

	private final Clock clock;

	private final RefreshTimer timer;

	private final Consumer<String> problems;

	private final AtomicReference<KeyState> state = new AtomicReference<>(KeyState.COLD);

	private final AtomicReference<@Nullable CountDownLatch> fetching = new AtomicReference<>();

	/**
	 * Makes the keys; nothing is fetched yet.
	 * @param source where they are published
	 * @param clock tells how old keys are
	 * @param timer fetches them again in the background
	 * @param problems told why keys could not be fetched, each time
	 */
	public RemoteKeys(KeySource source, Clock clock, RefreshTimer timer, Consumer<String> problems) {
		this(source, new HttpJson(source.limits()), clock, timer, problems);
	}

	RemoteKeys(KeySource source, JsonSource json, Clock clock, RefreshTimer timer, Consumer<String> problems) {
		this.source = source;
		this.publisher = new Publisher(source, json);
		this.clock = clock;
		this.timer = timer;
		this.problems = problems;
	}

	@Override
	public List<VerificationKey> find(@Nullable String keyId) {
		List<VerificationKey> known = this.state.get().find(keyId, this.clock.millis());
		return known.isEmpty() ? ask(keyId) : known;
	}

	// Ends soon: each fetch forbids the next one for a while. Once an issuer has failed,
	// one thread tries again, and the others do not pile up behind it.
	private List<VerificationKey> ask(@Nullable String keyId) {
		while (true) {
			CountDownLatch running = this.fetching.get();
			KeyState known = this.state.get();
			long now = this.clock.millis();
			List<VerificationKey> found = known.find(keyId, now);
			if (!found.isEmpty()) {
				return found;
			}
			if ((running != null) ? known.failures() > 0 : !known.mayAsk(now)) {
				return unknown(known, now);
			}
			if (running != null) {
				await(running);
			}
			else {
				fetchFor(keyId);
			}
		}
	}

	// An issuer that cannot be asked may have published the key meanwhile.
	private List<VerificationKey> unknown(KeyState known, long now) {
		if (known.failures() > 0 || !known.isUsable(now)) {
			throw new KeysUnavailableException("The keys of " + this.source.issuer() + " are not known now");
		}
		return List.of();
	}

	private void await(CountDownLatch running) {
		// Discovery and the keys themselves are two answers.
		long longest = this.source.limits().timeout().toMillis() * 2 + 100;
		try {
			if (running.await(longest, TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new KeysUnavailableException("The keys of " + this.source.issuer() + " were not fetched in time");
	}

	private void fetchFor(@Nullable String keyId) {
		alone(() -> {
			KeyState known = this.state.get();
			long now = this.clock.millis();
			if (known.find(keyId, now).isEmpty() && known.mayAsk(now)) {
				long next = now + this.source.limits().unknownKeyInterval().toMillis();
				fetch(known.isUsable(now) ? known.askedForUnknown(next) : known);
			}
		});
	}

	private void refresh(KeyState due) {
		boolean done = alone(() -> {
			if (due.equals(this.state.get())) {
				fetch(due);
			}
		});
		if (!done) {
			later(BUSY_PAUSE, due);
		}
	}

	private boolean alone(Runnable work) {
		CountDownLatch mine = new CountDownLatch(1);
		if (!this.fetching.compareAndSet(null, mine)) {
			return false;
		}
		try {
			work.run();
			return true;
		}
		finally {
			this.fetching.set(null);
			mine.countDown();
		}
	}

	private void fetch(KeyState known) {
		try {
			KeySet fresh = this.publisher.fetch();
			keep(known.fetched(fresh, this.clock.millis() + this.source.limits().keepFor().toMillis()),
					this.source.limits().freshFor().multipliedBy(4).dividedBy(5));
		}
		catch (FetchException ex) {
			failed(known, ex.problem());
		}
		catch (RuntimeException ex) {
			failed(known, "made " + ex.getClass().getName());
		}
	}

	private void failed(KeyState known, String problem) {
		KeyState failed = known.failed(this.clock.millis());
		keep(failed, failed.pause());
		this.problems.accept(problem);
	}

	private void keep(KeyState next, Duration pause) {
		this.state.set(next);
		if (next.isUsable(this.clock.millis())) {
			later(pause, next);
		}
	}

	// Who stops using the keys also ends their refreshing: the timer does not hold them.
	private void later(Duration pause, KeyState due) {
		WeakReference<RemoteKeys> keys = new WeakReference<>(this);
		this.timer.after(pause, () -> {
			RemoteKeys used = keys.get();
			if (used != null) {
				used.refresh(due);
			}
		});
	}

}
