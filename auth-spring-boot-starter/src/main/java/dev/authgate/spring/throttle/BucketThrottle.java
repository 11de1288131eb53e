package dev.authgate.spring.throttle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.authgate.account.AccountName;
import dev.authgate.http.ClientAddresses;
import dev.authgate.secret.SecretDigest;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Limit;
import dev.authgate.throttle.Throttle;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.jspecify.annotations.Nullable;

/**
 * Counts attempts in buckets that fill up again with time.
 * <p>
 * A login takes from three: that of the account at the address, that of the address, and
 * that of the account. An empty one of the last two does not stop an account at an
 * address from which it logged in before, so that strangers who guess, elsewhere or
 * behind the same proxy, keep nobody out for good. Safe for use by several threads.
 */
public final class BucketThrottle implements Throttle {

	private final ThrottleStore store;

	private final ThrottleLimits limits;

	/**
	 * Makes a throttle.
	 * @param store where attempts are counted
	 * @param limits how many are permitted
	 */
	public BucketThrottle(ThrottleStore store, ThrottleLimits limits) {
		this.store = store;
		this.limits = limits;
	}

	@Override
	public Attempt attempt(AttemptKind kind, @Nullable String account, String clientAddress) {
		String address = digest(ClientAddresses.networkOf(clientAddress));
		if (kind == AttemptKind.LOGIN && account != null) {
			return login(digest(canonical(account)), address);
		}
		List<Count> counts = new ArrayList<>();
		String name = kind.name().toLowerCase(Locale.ROOT);
		counts.add(new Count(new NamedLimit(name + "-address", limitOf(kind)), address, false));
		if (account != null) {
			counts.add(new Count(new NamedLimit(name + "-account", limitOf(kind)), digest(canonical(account)), false));
		}
		return take(counts, "");
	}

	private Attempt login(String account, String address) {
		String both = digest(account + " " + address);
		return take(List.of(new Count(new NamedLimit("login-both", this.limits.accountAndAddress()), both, false),
				new Count(new NamedLimit("login-address", this.limits.address()), address, true),
				new Count(new NamedLimit("login-account", this.limits.account()), account, true)), both);
	}

	private Attempt take(List<Count> counts, String both) {
		List<Bucket> taken = new ArrayList<>(counts.size());
		for (Count count : counts) {
			Bucket bucket = this.store.bucket(count.limit(), count.subject());
			ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
			if (probe.isConsumed()) {
				taken.add(bucket);
			}
			else if (!count.passesKnown() || !this.store.isRemembered(both)) {
				giveBack(taken);
				return new Attempt.Refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
			}
		}
		return (Attempt.Permitted) () -> {
			giveBack(taken);
			if (!both.isEmpty()) {
				this.store.remember(both, this.limits.knownFor());
			}
		};
	}

	private Limit limitOf(AttemptKind kind) {
		return this.limits.others().getOrDefault(kind, this.limits.address());
	}

	private static void giveBack(List<Bucket> taken) {
		taken.forEach((bucket) -> bucket.addTokens(1));
	}

	// At least as coarse as any store of accounts compares names: another spelling of a
	// name must not have a count of its own.
	private static String canonical(String name) {
		return AccountName.canonical(name).strip();
	}

	private static String digest(String text) {
		return SecretDigest.of(text).toString();
	}

	/**
	 * What an attempt takes from.
	 *
	 * @param limit the limit
	 * @param subject whose attempts are counted
	 * @param passesKnown whether the limit does not stop known addresses
	 */
	private record Count(NamedLimit limit, String subject, boolean passesKnown) {
	}

}
