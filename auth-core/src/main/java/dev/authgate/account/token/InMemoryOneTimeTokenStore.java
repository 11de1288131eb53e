package dev.authgate.account.token;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * One-time tokens in this process's memory, a bounded number of them.
 * <p>
 * Where there is no room left, the one that expires first gives way. Safe for use by
 * several threads.
 */
public final class InMemoryOneTimeTokenStore implements OneTimeTokenStore {

	private static final int DEFAULT_CAPACITY = 10_000;

	private final Map<Owner, OneTimeToken> byOwner = new HashMap<>();

	private final Map<SecretDigest, Owner> byDigest = new HashMap<>();

	private final int capacity;

	/**
	 * Makes an empty store for 10,000 tokens.
	 */
	public InMemoryOneTimeTokenStore() {
		this(DEFAULT_CAPACITY);
	}

	/**
	 * Makes an empty store.
	 * @param capacity the most tokens to keep
	 */
	public InMemoryOneTimeTokenStore(int capacity) {
		this.capacity = capacity;
	}

	@Override
	public synchronized void put(OneTimeToken token) {
		Owner owner = new Owner(token.purpose(), token.userId());
		remove(owner);
		if (this.byOwner.size() >= this.capacity) {
			this.byOwner.values()
				.stream()
				.min(Comparator.comparing(OneTimeToken::expiresAt))
				.ifPresent((first) -> remove(new Owner(first.purpose(), first.userId())));
		}
		this.byOwner.put(owner, token);
		this.byDigest.put(token.digest(), owner);
	}

	@Override
	public synchronized @Nullable OneTimeToken find(TokenPurpose purpose, SecretDigest digest) {
		Owner owner = this.byDigest.get(digest);
		return (owner != null && owner.purpose() == purpose) ? this.byOwner.get(owner) : null;
	}

	@Override
	public synchronized @Nullable OneTimeToken take(TokenPurpose purpose, SecretDigest digest) {
		OneTimeToken token = find(purpose, digest);
		if (token != null) {
			remove(new Owner(purpose, token.userId()));
		}
		return token;
	}

	@Override
	public synchronized void removeAll(String userId) {
		for (TokenPurpose purpose : TokenPurpose.values()) {
			remove(new Owner(purpose, userId));
		}
	}

	@Override
	public synchronized int deleteExpired(Instant now, int limit) {
		List<OneTimeToken> expired = this.byOwner.values()
			.stream()
			.filter((token) -> !now.isBefore(token.expiresAt()))
			.limit(limit)
			.toList();
		expired.forEach((token) -> remove(new Owner(token.purpose(), token.userId())));
		return expired.size();
	}

	private void remove(Owner owner) {
		OneTimeToken token = this.byOwner.remove(owner);
		if (token != null) {
			this.byDigest.remove(token.digest());
		}
	}

	/**
	 * Whom there is one token for.
	 */
	private record Owner(TokenPurpose purpose, String userId) {
	}

}
