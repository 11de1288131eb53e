package dev.authgate.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.authgate.secret.RandomText;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens that can be used once, for one purpose, for a while.
 * <p>
 * A token is 160 random bits; a new one voids the older one of the same purpose and user.
 * Safe for use by several threads.
 */
public final class OneTimeTokens {

	/** How long a token is valid unless said otherwise. */
	public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofHours(1);

	// Anything longer was not issued here, and need not be digested.
	private static final int LENGTH = RandomText.LENGTH_OF_160_BITS;

	private final OneTimeTokenStore store;

	private final Duration timeToLive;

	private final Clock clock;

	/**
	 * Makes the tokens of a store.
	 * @param store where they are kept
	 * @param timeToLive how long each is valid
	 * @param clock tells the time
	 */
	public OneTimeTokens(OneTimeTokenStore store, Duration timeToLive, Clock clock) {
		this.store = store;
		this.timeToLive = timeToLive;
		this.clock = clock;
	}

	/**
	 * Issues a token.
	 * @param purpose what it may be used for
	 * @param userId the id of the user it is for
	 * @param binding what must not change until it is used
	 * @return the token, to be sent to the user and to be kept nowhere
	 */
	public Secret issue(TokenPurpose purpose, String userId, String binding) {
		Secret token = Secret.of(RandomText.of(LENGTH));
		Instant expiresAt = this.clock.instant().plus(this.timeToLive);
		this.store.put(new OneTimeToken(SecretDigest.of(token), purpose, userId, binding, expiresAt));
		return token;
	}

	/**
	 * Finds a token without using it up.
	 * @param purpose what it is to be used for
	 * @param token the token as it was sent
	 * @return what is known of it, or {@code null} if it is not valid
	 */
	public @Nullable OneTimeToken find(TokenPurpose purpose, Secret token) {
		return (token.length() == LENGTH) ? unlessExpired(this.store.find(purpose, SecretDigest.of(token))) : null;
	}

	/**
	 * Uses a token up.
	 * @param purpose what it is used for
	 * @param token the token as it was sent
	 * @return what is known of it, or {@code null} if it is not valid
	 */
	public @Nullable OneTimeToken take(TokenPurpose purpose, Secret token) {
		return (token.length() == LENGTH) ? unlessExpired(this.store.take(purpose, SecretDigest.of(token))) : null;
	}

	/**
	 * Voids all tokens of a user.
	 * @param userId the id of the user
	 */
	public void removeAll(String userId) {
		this.store.removeAll(userId);
	}

	private @Nullable OneTimeToken unlessExpired(@Nullable OneTimeToken token) {
		return (token != null && this.clock.instant().isBefore(token.expiresAt())) ? token : null;
	}

}
