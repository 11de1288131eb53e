package dev.authgate.apikey;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.authgate.contract.TestApiKeys;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LoadedApiKeysTests {

	private static final ApiKey FIRST = TestApiKeys.first();

	private static final ApiKey SECOND = TestApiKeys.second();

	private final InMemoryApiKeyStore store = new InMemoryApiKeyStore();

	@Test
	void whenLoadedThenFound() {
		this.store.load(List.of(FIRST, SECOND));
		assertThat(find(FIRST)).isEqualTo(FIRST);
		assertThat(find(SECOND)).isEqualTo(SECOND);
	}

	/** F3. */
	@Test
	void whenLoadedAgainThenKeysThatAreMissingAreGone() {
		this.store.load(List.of(FIRST));
		this.store.load(List.of(SECOND));
		assertThat(find(FIRST)).isNull();
		assertThat(find(SECOND)).isEqualTo(SECOND);
	}

	@Test
	void whenLoadedThenRegisteredKeysStay() {
		this.store.register(FIRST);
		this.store.load(List.of(SECOND));
		this.store.load(List.of());
		assertThat(find(FIRST)).isEqualTo(FIRST);
	}

	@Test
	void whenKeyIsTwiceInTheSetThenNothingChanges() {
		this.store.load(List.of(SECOND));
		ApiKey same = ApiKey.builder(FIRST.digest()).id("other").build();
		refused(List.of(FIRST, same), "The API keys 'first' and 'other' are the same key");
	}

	@Test
	void whenIdIsTwiceInTheSetThenNothingChanges() {
		this.store.load(List.of(SECOND));
		ApiKey other = ApiKey.builder(Secret.of("another-key-0123456789")).id("first").build();
		refused(List.of(FIRST, other), "Two API keys have the id 'first'");
	}

	@Test
	void whenKeyIsRegisteredBesidesThenNothingChanges() {
		this.store.load(List.of(SECOND));
		this.store.register(ApiKey.builder(FIRST.digest()).id("registered").build());
		refused(List.of(FIRST), "The API key 'first' is registered already, as 'registered'");
	}

	@Test
	void whenIdIsRegisteredBesidesThenNothingChanges() {
		this.store.load(List.of(SECOND));
		this.store.register(ApiKey.builder(Secret.of("another-key-0123456789")).id("first").build());
		refused(List.of(FIRST), "Another API key has the id 'first'");
	}

	@Test
	void whenIdOfALoadedKeyIsRegisteredThenRefused() {
		this.store.load(List.of(FIRST));
		ApiKey impostor = ApiKey.builder(Secret.of("another-key-0123456789")).id("first").build();
		assertThatIllegalArgumentException().isThrownBy(() -> this.store.register(impostor))
			.withMessage("Another API key has the id 'first'");
	}

	/** F3, F11. */
	@Test
	void whenLoadedKeyIsRevokedThenItStaysSoForAsLongAsItIsLoaded() {
		this.store.load(List.of(FIRST, SECOND));
		assertThat(this.store.revoke("first")).isTrue();
		assertThat(this.store.revoke("first")).isFalse();
		assertThat(find(FIRST)).isNull();
		this.store.load(List.of(FIRST, SECOND));
		assertThat(find(FIRST)).isNull();
		assertThat(find(SECOND)).isEqualTo(SECOND);
	}

	@Test
	void whenRevokedKeyWasRemovedThenItMayBeLoadedAgain() {
		this.store.load(List.of(FIRST, SECOND));
		this.store.revoke("first");
		this.store.load(List.of(SECOND));
		this.store.load(List.of(FIRST, SECOND));
		assertThat(find(FIRST)).isEqualTo(FIRST);
	}

	@Test
	void whenKeyIsRevokedThenItsIdMayBeLoadedWithAnother() {
		this.store.load(List.of(FIRST));
		this.store.revoke("first");
		ApiKey next = ApiKey.builder(Secret.of("another-key-0123456789")).id("first").build();
		this.store.load(List.of(next));
		assertThat(find(next)).isEqualTo(next);
		assertThat(find(FIRST)).isNull();
	}

	/** F5. */
	@Test
	void whenLoadedKeyIsRegisteredThenThatCountsAlsoAfterwards() {
		this.store.load(List.of(FIRST, SECOND));
		this.store.register(ApiKey.of(TestApiKeys.FIRST, "renamed"));
		this.store.load(List.of(FIRST, SECOND));
		assertThat(find(FIRST)).extracting(ApiKey::app).isEqualTo("renamed");
		this.store.revoke(ApiKey.of(TestApiKeys.FIRST, "renamed").id());
		assertThat(find(FIRST)).isNull();
	}

	@Test
	void whenSetsAreSwappedThenReadersMeetOneOrTheOther() throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		ExecutorService pool = Executors.newSingleThreadExecutor();
		this.store.load(List.of(FIRST, named("second", "one")));
		Future<Boolean> consistent = pool.submit(() -> {
			boolean found = true;
			while (!over.get()) {
				found &= find(FIRST) != null;
			}
			return found;
		});
		for (int i = 0; i < 10_000; i++) {
			this.store.load(List.of(FIRST, named("second", "app-" + i)));
		}
		over.set(true);
		assertThat(consistent.get()).isTrue();
		pool.shutdownNow();
	}

	private static ApiKey named(String id, String app) {
		return ApiKey.builder(SECOND.digest()).id(id).app(app).build();
	}

	private void refused(List<ApiKey> keys, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.store.load(keys)).withMessage(message);
		assertThat(find(SECOND)).isEqualTo(SECOND);
		assertThat(find(FIRST)).isNotEqualTo(FIRST);
	}

	private @Nullable ApiKey find(ApiKey key) {
		return this.store.find(SecretDigest.parse(key.digest().toString()));
	}

}
