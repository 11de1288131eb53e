package dev.authgate.account.token;

import dev.authgate.ExpiringStore;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * Where one-time tokens are kept, one for each purpose and user.
 * <p>
 * Implementations are safe for use by several threads and nodes; one that cannot answer
 * throws. Expired tokens may be given; whoever asks judges the time.
 */
public interface OneTimeTokenStore extends ExpiringStore {

	/**
	 * Keeps a token in place of an older one of the same purpose and user.
	 * @param token the token
	 */
	void put(OneTimeToken token);

	/**
	 * Finds a token without using it up.
	 * @param purpose what it is to be used for
	 * @param digest the digest of the token
	 * @return the token, or {@code null} if there is none for that purpose
	 */
	@Nullable OneTimeToken find(TokenPurpose purpose, SecretDigest digest);

	/**
	 * Takes a token out, which of several callers at once exactly one achieves.
	 * @param purpose what it is to be used for
	 * @param digest the digest of the token
	 * @return the token, or {@code null} if there is none (any longer) for that purpose
	 */
	@Nullable OneTimeToken take(TokenPurpose purpose, SecretDigest digest);

	/**
	 * Removes all tokens of a user.
	 * @param userId the id of the user
	 */
	void removeAll(String userId);

}
