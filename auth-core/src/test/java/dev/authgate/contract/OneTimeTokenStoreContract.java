package dev.authgate.contract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.authgate.account.token.OneTimeToken;
import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.account.token.TokenPurpose;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store of one-time tokens does, wherever it keeps them.
 */
public abstract class OneTimeTokenStoreContract {

	private static final Instant EXPIRY = Instant.parse("2026-01-01T01:00:00Z");

	/**
	 * Makes the store to be checked.
	 * @return an empty store
	 */
	protected abstract OneTimeTokenStore store();

	@Test
	void whenPutThenFoundAsItWas() {
		OneTimeTokenStore store = storeWith("a", TokenPurpose.RESET_PASSWORD, "id1");
		assertThat(find(store, "a")).isEqualTo(token("a", TokenPurpose.RESET_PASSWORD, "id1"));
		assertThat(find(store, "a")).isNotNull();
	}

	@Test
	void whenUnknownThenNothing() {
		OneTimeTokenStore store = storeWith("a", TokenPurpose.RESET_PASSWORD, "id1");
		assertThat(find(store, "b")).isNull();
		assertThat(take(store, "b")).isNull();
	}

	/** M4. */
	@Test
	void whenTakenThenGone() {
		OneTimeTokenStore store = storeWith("a", TokenPurpose.RESET_PASSWORD, "id1");
		assertThat(take(store, "a")).isEqualTo(token("a", TokenPurpose.RESET_PASSWORD, "id1"));
		assertThat(take(store, "a")).isNull();
		assertThat(find(store, "a")).isNull();
	}

	@Test
	void whenPurposeIsAnotherThenNothingAndNotUsedUp() {
		OneTimeTokenStore store = storeWith("a", TokenPurpose.VERIFY_EMAIL, "id1");
		assertThat(find(store, "a")).isNull();
		assertThat(take(store, "a")).isNull();
		assertThat(store.take(TokenPurpose.VERIFY_EMAIL, SecretDigest.of("a"))).isNotNull();
	}

	@Test
	void whenAnotherIsPutThenOlderIsVoid() {
		OneTimeTokenStore store = storeWith("a", TokenPurpose.RESET_PASSWORD, "id1");
		store.put(token("b", TokenPurpose.RESET_PASSWORD, "id1"));
		assertThat(take(store, "a")).isNull();
		assertThat(take(store, "b")).isNotNull();
	}

	@Test
	void whenAnotherPurposeOrUserIsPutThenBothStay() {
		OneTimeTokenStore store = storeWith("a", TokenPurpose.RESET_PASSWORD, "id1");
		store.put(token("b", TokenPurpose.VERIFY_EMAIL, "id1"));
		store.put(token("c", TokenPurpose.RESET_PASSWORD, "id2"));
		assertThat(find(store, "a")).isNotNull();
		assertThat(find(store, "c")).isNotNull();
	}

	@Test
	void whenAllOfAUserAreRemovedThenOthersStay() {
		OneTimeTokenStore store = storeWith("a", TokenPurpose.RESET_PASSWORD, "id1");
		store.put(token("b", TokenPurpose.VERIFY_EMAIL, "id1"));
		store.put(token("c", TokenPurpose.RESET_PASSWORD, "id2"));
		store.removeAll("id1");
		assertThat(find(store, "a")).isNull();
		assertThat(store.find(TokenPurpose.VERIFY_EMAIL, SecretDigest.of("b"))).isNull();
		assertThat(find(store, "c")).isNotNull();
	}

	/** O10. */
	@Test
	void whenExpiredAreRemovedThenOnlyThoseAndNoMoreThanAsked() {
		OneTimeTokenStore store = storeWith("late", TokenPurpose.RESET_PASSWORD, "late", EXPIRY.plusSeconds(1));
		IntStream.range(0, 5).forEach((i) -> store.put(token("t" + i, TokenPurpose.RESET_PASSWORD, "id" + i)));
		assertThat(store.deleteExpired(EXPIRY.minusSeconds(1), 10)).isZero();
		assertThat(store.deleteExpired(EXPIRY, 3)).isEqualTo(3);
		assertThat(store.deleteExpired(EXPIRY, 3)).isEqualTo(2);
		assertThat(find(store, "late")).isNotNull();
	}

	/** M4. */
	@Test
	void whenManyTakeOneThenOneGetsIt() {
		OneTimeTokenStore store = storeWith("a", TokenPurpose.RESET_PASSWORD, "id1");
		assertThat(Race.of(50, (i) -> (take(store, "a") != null) ? "won" : "lost")).containsOnlyOnce("won");
	}

	@Test
	void whenManyArePutForOneUserThenOneIsLeft() {
		OneTimeTokenStore store = store();
		Race.of(20, (i) -> {
			store.put(token("t" + i, TokenPurpose.RESET_PASSWORD, "id1"));
			return i;
		});
		List<OneTimeToken> left = IntStream.range(0, 20)
			.mapToObj((i) -> find(store, "t" + i))
			.filter(Objects::nonNull)
			.toList();
		assertThat(left).hasSize(1);
	}

	private OneTimeTokenStore storeWith(String token, TokenPurpose purpose, String userId) {
		return storeWith(token, purpose, userId, EXPIRY);
	}

	private OneTimeTokenStore storeWith(String token, TokenPurpose purpose, String userId, Instant expiry) {
		OneTimeTokenStore store = store();
		store.put(new OneTimeToken(SecretDigest.of(token), purpose, userId, "binding \u20ac", expiry));
		return store;
	}

	private static OneTimeToken token(String token, TokenPurpose purpose, String userId) {
		return new OneTimeToken(SecretDigest.of(token), purpose, userId, "binding \u20ac", EXPIRY);
	}

	private static @Nullable OneTimeToken find(OneTimeTokenStore store, String token) {
		return store.find(TokenPurpose.RESET_PASSWORD, SecretDigest.of(token));
	}

	private static @Nullable OneTimeToken take(OneTimeTokenStore store, String token) {
		return store.take(TokenPurpose.RESET_PASSWORD, SecretDigest.of(token));
	}

}
