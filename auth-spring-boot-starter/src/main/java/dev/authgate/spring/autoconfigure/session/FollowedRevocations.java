package dev.authgate.spring.autoconfigure.session;

import java.time.Clock;
import java.time.Duration;

import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.RevocationStore;
import dev.authgate.revocation.Revocations;
import dev.authgate.spring.reload.RepeatedCheck;
import dev.authgate.spring.web.authentication.FailureLog;
import org.jspecify.annotations.Nullable;

/**
 * The revocations of this node, and what makes them keep up with other nodes if there can
 * be any.
 *
 * @param revocations the revocations
 * @param following asks the store again and again, {@code null} where nobody else writes
 */
record FollowedRevocations(Revocations revocations, @Nullable RepeatedCheck following) implements AutoCloseable {

	// A quarter of what knowledge may be old: one call may be lost or slow.
	private static final Duration INTERVAL = Revocations.MAX_AGE.dividedBy(4);

	static FollowedRevocations of(RevocationStore store, Duration retention, Clock clock) {
		FailureLog failures = new FailureLog("requests with tokens are refused with 503 until the store answers");
		Revocations revocations = new Revocations(store, retention, clock);
		return new FollowedRevocations(revocations, (store instanceof InMemoryRevocationStore) ? null
				: new RepeatedCheck("revocations", () -> synchronize(revocations, failures), INTERVAL));
	}

	// Twice a second the same would be said of a store that is lost.
	private static void synchronize(Revocations revocations, FailureLog failures) {
		try {
			revocations.synchronize();
		}
		catch (RuntimeException ex) {
			failures.report("Following what other nodes revoke", ex);
		}
	}

	@Override
	public void close() {
		if (this.following != null) {
			this.following.close();
		}
	}

}
