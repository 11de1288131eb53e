package dev.authgate.account.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.authgate.secret.Secret;

/**
 * An encoding that is used by a bounded number of threads at once, a bounded number of
 * others waiting in turn.
 * <p>
 * A memory-hard encoding takes its memory for each login, and whoever sends enough logins
 * at once would take all of it. Safe for use by several threads.
 */
public final class BoundedPasswordEncoding implements PasswordEncoding {

	// The rest is for what the application is there for.
	private static final int SHARE_OF_HEAP = 4;

	// An encoding keeps a processor busy all the while, and others have to be answered.
	private static final int PROCESSORS_PER_PERMIT = 2;

	// More would hold the threads that other requests need.
	private static final int MOST_WAITING = 64;

	private final PasswordEncoding delegate;

	private final Semaphore permits;

	private final AtomicInteger inside = new AtomicInteger();

	private final int mostInside;

	private final long patienceNanos;

	/**
	 * Bounds an encoding.
	 * @param delegate the encoding
	 * @param permits how many threads may use it at once, at least one
	 * @param patience how long a thread waits for its turn
	 * @throws IllegalArgumentException if there are no permits
	 */
	public BoundedPasswordEncoding(PasswordEncoding delegate, int permits, Duration patience) {
		if (permits < 1) {
			throw new IllegalArgumentException("At least one thread must be let through");
		}
		this.delegate = delegate;
		this.permits = new Semaphore(permits, true);
		this.mostInside = permits + MOST_WAITING;
		this.patienceNanos = patience.toNanos();
	}

	/**
	 * Reckons how many threads may encode at once: as many as fit into a quarter of the
	 * heap, on no more than half of the processors, and at least one.
	 * @param heapBytes the greatest size of the heap
	 * @param bytesEach what one password takes
	 * @param processors the number of processors
	 * @return the number of permits
	 */
	public static int permits(long heapBytes, long bytesEach, int processors) {
		long fitting = heapBytes / SHARE_OF_HEAP / bytesEach;
		return (int) Math.max(1, Math.min(fitting, processors / PROCESSORS_PER_PERMIT));
	}

	/**
	 * Compares in turn.
	 * @throws PasswordsBusyException if too many wait, or the turn does not come in time
	 */
	@Override
	public boolean matches(Secret password, Secret encoded) {
		return inTurn(() -> this.delegate.matches(password, encoded));
	}

	/**
	 * Encodes in turn.
	 * @throws PasswordsBusyException if too many wait, or the turn does not come in time
	 */
	@Override
	public Secret encode(Secret password) {
		return inTurn(() -> this.delegate.encode(password));
	}

	@Override
	public boolean needsUpgrade(Secret encoded) {
		return this.delegate.needsUpgrade(encoded);
	}

	private <T> T inTurn(Supplier<T> work) {
		try {
			if (this.inside.incrementAndGet() > this.mostInside) {
				throw new PasswordsBusyException();
			}
			return whenPermitted(work);
		}
		finally {
			this.inside.decrementAndGet();
		}
	}

	private <T> T whenPermitted(Supplier<T> work) {
		try {
			if (!this.permits.tryAcquire(this.patienceNanos, TimeUnit.NANOSECONDS)) {
				throw new PasswordsBusyException();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PasswordsBusyException();
		}
		try {
			return work.get();
		}
		finally {
			this.permits.release();
		}
	}

}
