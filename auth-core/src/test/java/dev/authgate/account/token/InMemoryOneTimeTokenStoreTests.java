package dev.authgate.account.token;

import java.time.Instant;

import dev.authgate.contract.OneTimeTokenStoreContract;
import dev.authgate.secret.SecretDigest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryOneTimeTokenStoreTests extends OneTimeTokenStoreContract {

	@Override
	protected OneTimeTokenStore store() {
		return new InMemoryOneTimeTokenStore();
	}

	@Test
	void whenThereIsNoRoomThenFirstToExpireGivesWay() {
		OneTimeTokenStore store = new InMemoryOneTimeTokenStore(2);
		for (int i = 0; i < 3; i++) {
			store.put(new OneTimeToken(SecretDigest.of("t" + i), TokenPurpose.VERIFY_EMAIL, "id" + i, "",
					Instant.ofEpochSecond(i)));
		}
		assertThat(store.find(TokenPurpose.VERIFY_EMAIL, SecretDigest.of("t0"))).isNull();
		assertThat(store.find(TokenPurpose.VERIFY_EMAIL, SecretDigest.of("t1"))).isNotNull();
		assertThat(store.find(TokenPurpose.VERIFY_EMAIL, SecretDigest.of("t2"))).isNotNull();
	}

}
