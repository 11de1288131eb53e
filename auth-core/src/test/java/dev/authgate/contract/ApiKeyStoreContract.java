package dev.authgate.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What every store of API keys does, wherever it keeps them.
 */
public abstract class ApiKeyStoreContract {

	/**
	 * Makes the store to be checked.
	 * @return an empty store
	 */
	protected abstract ApiKeyStore store();

	@Test
	void whenNothingIsRegisteredThenNothingIsFound() {
		assertThat(find(store(), TestApiKeys.FIRST)).isNull();
	}

	@Test
	void whenRegisteredThenFoundAsItWas() {
		ApiKeyStore store = store();
		store.register(TestApiKeys.first());
		assertThat(find(store, TestApiKeys.FIRST)).isEqualTo(TestApiKeys.first());
	}

	/** F3. */
	@Test
	void whenTwoAreRegisteredThenEitherIsFound() {
		ApiKeyStore store = storeWithBoth();
		assertThat(find(store, TestApiKeys.FIRST)).isEqualTo(TestApiKeys.first());
		assertThat(find(store, TestApiKeys.SECOND)).isEqualTo(TestApiKeys.second());
	}

	/** F3. */
	@Test
	void whenOneIsRevokedThenOnlyTheOtherIsFound() {
		ApiKeyStore store = storeWithBoth();
		assertThat(store.revoke("first")).isTrue();
		assertThat(find(store, TestApiKeys.FIRST)).isNull();
		assertThat(find(store, TestApiKeys.SECOND)).isNotNull();
	}

	@Test
	void whenUnknownIdIsRevokedThenNothingChanges() {
		ApiKeyStore store = storeWithBoth();
		assertThat(store.revoke("third")).isFalse();
		assertThat(find(store, TestApiKeys.FIRST)).isNotNull();
	}

	@Test
	void whenRevokedThenRegisteredAgainThenFound() {
		ApiKeyStore store = storeWithBoth();
		store.revoke("first");
		store.register(TestApiKeys.first());
		assertThat(find(store, TestApiKeys.FIRST)).isNotNull();
	}

	/** F5. */
	@Test
	void whenSameKeyIsRegisteredAgainThenAppIsReplaced() {
		ApiKeyStore store = storeWithBoth();
		store.register(ApiKey.of(TestApiKeys.FIRST, "renamed"));
		assertThat(find(store, TestApiKeys.FIRST)).extracting(ApiKey::app).isEqualTo("renamed");
	}

	@Test
	void whenKeyIsReplacedUnderAnotherIdThenOldIdIsFree() {
		ApiKeyStore store = storeWithBoth();
		store.register(ApiKey.of(TestApiKeys.FIRST, "renamed"));
		assertThat(store.revoke("first")).isFalse();
		assertThat(find(store, TestApiKeys.FIRST)).isNotNull();
	}

	@Test
	void whenIdBelongsToAnotherKeyThenRefused() {
		ApiKeyStore store = storeWithBoth();
		ApiKey impostor = ApiKey.builder(Secret.of("another-key-0123456789")).id("first").build();
		assertThatIllegalArgumentException().isThrownBy(() -> store.register(impostor));
		assertThat(find(store, TestApiKeys.FIRST)).isNotNull();
		assertThat(find(store, "another-key-0123456789")).isNull();
	}

	@Test
	void whenPrintedThenKeysAreHidden() {
		assertThat(storeWithBoth().toString()).doesNotContain(TestApiKeys.FIRST, TestApiKeys.SECOND);
	}

	@Test
	void whenManyThreadsRegisterThenAllAreFound() throws Exception {
		ApiKeyStore store = store();
		ExecutorService pool = Executors.newFixedThreadPool(8);
		try {
			List<Callable<ApiKey>> tasks = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				String key = "concurrent-key-" + i;
				tasks.add(() -> registered(store, key));
			}
			for (Future<ApiKey> found : pool.invokeAll(tasks)) {
				assertThat(found.get()).isNotNull();
			}
		}
		finally {
			pool.shutdownNow();
		}
	}

	private ApiKeyStore storeWithBoth() {
		ApiKeyStore store = store();
		store.register(TestApiKeys.first());
		store.register(TestApiKeys.second());
		return store;
	}

	private static @Nullable ApiKey registered(ApiKeyStore store, String key) {
		store.register(ApiKey.of(key, "app"));
		return find(store, key);
	}

	private static @Nullable ApiKey find(ApiKeyStore store, String key) {
		return store.find(SecretDigest.of(key));
	}

}
