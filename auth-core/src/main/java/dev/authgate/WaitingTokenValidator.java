package dev.authgate;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * A validator that waits, for a bounded time, for the answers of another.
 */
final class WaitingTokenValidator implements TokenValidator {

	private static final Duration SHORTEST = Duration.ofMillis(1);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final AsyncTokenValidator delegate;

	private final long timeoutMillis;

	WaitingTokenValidator(AsyncTokenValidator delegate, Duration timeout) {
		if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("The time to wait is from one millisecond to one minute");
		}
		this.delegate = delegate;
		this.timeoutMillis = timeout.toMillis();
	}

	// The stage is not cancelled: it may be one that answers other requests as well.
	@Override
	public AuthUser validate(String token) {
		try {
			return this.delegate.validate(token).toCompletableFuture().get(this.timeoutMillis, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException("The token validator did not answer in time", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The wait for the token validator was interrupted", ex);
		}
		catch (ExecutionException ex) {
			throw failureOf(ex.getCause());
		}
	}

	private static RuntimeException failureOf(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause instanceof CompletionException || cause instanceof ExecutionException) {
			cause = cause.getCause();
		}
		return (cause instanceof RuntimeException exception) ? exception
				: new IllegalStateException("The token validator failed", cause);
	}

}
