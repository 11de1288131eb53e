package dev.authgate.spring.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.http.ClientAddresses;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;

/**
 * Keeps clients that send wrong API keys from trying many.
 * <p>
 * An address with too many wrong ones gets no answer about any key, a right one included:
 * otherwise the answer to a right one would still tell it from the wrong ones. Requests
 * with right keys are not counted, and cost the look at one number while no key failed
 * anywhere. Safe for use by several threads.
 */
public final class FailingKeys {

	private static final int MAX_ADDRESSES = 10_000;

	private final Throttle throttle;

	private final Clock clock;

	private final long periodMillis;

	private final Cache<String, Boolean> failing;

	private final AtomicLong quietFrom = new AtomicLong();

	/**
	 * Makes an empty count.
	 * @param throttle counts the failures
	 * @param period the time after which a failure does not count any longer
	 * @param clock tells the time
	 */
	public FailingKeys(Throttle throttle, Duration period, Clock clock) {
		this.throttle = throttle;
		this.clock = clock;
		this.periodMillis = period.toMillis();
		this.failing = Caffeine.newBuilder()
			.maximumSize(MAX_ADDRESSES)
			.expireAfterWrite(period)
			.ticker(new ClockMeter(clock)::currentTimeNanos)
			.executor(Runnable::run)
			.build();
	}

	/**
	 * Counts the answer to a key.
	 * @param result the answer
	 * @param request the request
	 * @return the answer, or that there were too many
	 */
	public AuthenticationResult count(AuthenticationResult result, AuthRequest request) {
		long quiet = this.quietFrom.get();
		if (result instanceof NotPresent || (result instanceof Authenticated && quiet == 0)) {
			return result;
		}
		return (result instanceof Rejected rejected) ? failed(rejected, request) : good(result, request, quiet);
	}

	private AuthenticationResult failed(Rejected rejected, AuthRequest request) {
		String address = request.clientAddress();
		Attempt attempt = this.throttle.attempt(AttemptKind.API_KEY, null, address);
		this.failing.put(ClientAddresses.networkOf(address), Boolean.TRUE);
		this.quietFrom.set(this.clock.millis() + this.periodMillis);
		return (attempt instanceof Attempt.Refused refused) ? new Throttled(refused.retryAfter(), rejected.claimed())
				: rejected;
	}

	private AuthenticationResult good(AuthenticationResult result, AuthRequest request, long quiet) {
		if (this.clock.millis() > quiet) {
			this.quietFrom.compareAndSet(quiet, 0);
			return result;
		}
		String address = request.clientAddress();
		if (this.failing.getIfPresent(ClientAddresses.networkOf(address)) == null) {
			return result;
		}
		Attempt attempt = this.throttle.attempt(AttemptKind.API_KEY, null, address);
		if (attempt instanceof Attempt.Permitted permitted) {
			permitted.succeeded();
		}
		return (attempt instanceof Attempt.Refused refused) ? new Throttled(refused.retryAfter(), null) : result;
	}

}
