package dev.authgate.jwt.remote;

import java.time.Duration;

import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.key.KeysUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RemoteKeysTests {

	private static final TestIssuerKey OLD = TestIssuerKey.ec("old");

	private static final TestIssuerKey NEW = TestIssuerKey.ec("new");

	private final FakeIssuer issuer = new FakeIssuer(OLD);

	private final RemoteKeys keys = this.issuer.keys();

	/** E13. */
	@Test
	void whenNoTokenCameThenNothingIsFetched() {
		assertThat(this.issuer.fetches).hasValue(0);
		assertThat(this.issuer.waitingTasks()).isZero();
	}

	@Test
	void whenKeyIsKnownThenFetchedOnce() {
		for (int i = 0; i < 1000; i++) {
			assertThat(this.keys.find("old")).hasSize(1);
		}
		assertThat(this.issuer.fetches).hasValue(1);
	}

	/** E9. */
	@Test
	void whenKeyIsUnknownThenFetchedOnceMoreAndFound() {
		this.keys.find("old");
		this.issuer.publish(OLD, NEW);
		assertThat(this.keys.find("new")).hasSize(1);
		assertThat(this.issuer.fetches).hasValue(2);
	}

	/** E9: no flood of made-up keys becomes one of requests to the issuer. */
	@Test
	void whenThousandTokensNameRandomKeysThenOneMoreFetch() {
		this.keys.find("old");
		for (int i = 0; i < 1000; i++) {
			assertThat(this.keys.find("random-" + i)).isEmpty();
		}
		assertThat(this.issuer.fetches).hasValue(2);
	}

	@Test
	void whenIntervalIsOverThenUnknownKeyIsAskedForAgain() {
		this.keys.find("random-1");
		this.keys.find("random-2");
		this.issuer.pass(FakeIssuer.LIMITS.unknownKeyInterval());
		this.keys.find("random-3");
		assertThat(this.issuer.fetches).hasValue(3);
	}

	@Test
	void whenKeysWereRefreshedThenUnknownKeyIsStillAskedFor() {
		this.keys.find("old");
		this.issuer.runDueTask();
		this.issuer.publish(NEW);
		assertThat(this.keys.find("new")).hasSize(1);
	}

	@Test
	void whenKeysAreFetchedThenRefreshedBeforeTheyAreStale() {
		this.keys.find("old");
		assertThat(this.issuer.delays).containsExactly(Duration.ofMinutes(8));
		this.issuer.publish(NEW);
		this.issuer.runDueTask();
		assertThat(this.keys.find("new")).hasSize(1);
		assertThat(this.issuer.fetches).hasValue(2);
		assertThat(this.issuer.waitingTasks()).isEqualTo(1);
	}

	@Test
	void whenKeysWereFetchedMeanwhileThenOldTaskDoesNothing() {
		this.keys.find("old");
		this.keys.find("random");
		this.issuer.runDueTask();
		assertThat(this.issuer.fetches).hasValue(2);
		assertThat(this.issuer.waitingTasks()).isEqualTo(1);
	}

	@Test
	void whenKeyIsNoLongerPublishedThenGoneAfterRefresh() {
		this.keys.find("old");
		this.issuer.publish(NEW);
		this.issuer.runDueTask();
		assertThat(this.keys.find("old")).isEmpty();
	}

	/** E10. */
	@Test
	void whenIssuerFailsThenLastGoodKeysAreKeptForABoundedTime() {
		this.keys.find("old");
		this.issuer.fail();
		this.issuer.runDueTask();
		this.issuer.pass(FakeIssuer.LIMITS.keepFor().minusMillis(1));
		assertThat(this.keys.find("old")).hasSize(1);
		this.issuer.pass(Duration.ofMillis(1));
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("old"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"keys\":[]}", "{}", "rubbish", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}",
			"{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"old\",\"n\":\"AQ\",\"e\":\"AQ\"}]}" })
	void whenKeySetIsEmptyOrPoisonedThenLastGoodKeysAreKept(String document) {
		this.keys.find("old");
		this.issuer.answerWith(document);
		this.issuer.runDueTask();
		assertThat(this.keys.find("old")).hasSize(1);
		assertThat(this.issuer.problems).hasSize(1);
	}

	/** E10. */
	@Test
	void whenIssuerIsDownFromTheStartThenUnavailable() {
		this.issuer.fail();
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("old"))
			.withMessageContaining("https://idp.example.com");
		assertThat(this.issuer.problems).containsExactly("https://idp.example.com/keys is down");
	}

	@Test
	void whenIssuerIsDownThenNotEachTokenAsksIt() {
		this.issuer.fail();
		for (int i = 0; i < 100; i++) {
			assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("old"));
		}
		assertThat(this.issuer.fetches).hasValue(1);
	}

	@Test
	void whenIssuerStaysDownThenAskedAfterEverLongerPauses() {
		this.issuer.fail();
		int tries = 1;
		for (int pause : new int[] { 1, 2, 4, 8, 16, 32, 32, 32 }) {
			askedInVain(tries);
			this.issuer.pass(Duration.ofSeconds(pause).minusMillis(1));
			askedInVain(tries);
			this.issuer.pass(Duration.ofMillis(1));
			tries++;
		}
	}

	@Test
	void whenIssuerIsBackThenKeysAreFound() {
		this.issuer.fail();
		askedInVain(1);
		this.issuer.publish(OLD);
		this.issuer.pass(Duration.ofSeconds(1));
		assertThat(this.keys.find("old")).hasSize(1);
	}

	@Test
	void whenRefreshFailsThenTriedAgainSoonAndWellAfterSuccess() {
		this.keys.find("old");
		this.issuer.fail();
		this.issuer.runDueTask();
		this.issuer.runDueTask();
		this.issuer.publish(OLD);
		this.issuer.runDueTask();
		assertThat(this.issuer.delays).extracting(Duration::toSeconds).containsExactly(480L, 1L, 2L, 480L);
	}

	/** E10: whether the key is good cannot be told. */
	@Test
	void whenKeyIsUnknownAndIssuerIsDownThenUnavailable() {
		this.keys.find("old");
		this.issuer.fail();
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("new"));
		assertThat(this.keys.find("old")).hasSize(1);
	}

	@Test
	void whenIssuerFlapsThenKnownKeyIsAlwaysFound() {
		this.keys.find("old");
		for (int i = 0; i < 20; i++) {
			if (i % 2 == 0) {
				this.issuer.fail();
			}
			else {
				this.issuer.publish(OLD);
			}
			this.issuer.runDueTask();
			this.issuer.pass(Duration.ofMinutes(8));
			assertThat(this.keys.find("old")).hasSize(1);
		}
	}

	@Test
	void whenReadingBreaksThenUnavailableAndTriedAgain() {
		this.issuer.answerBy((address, maxBytes) -> {
			throw new IllegalStateException("broken");
		});
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("old"));
		assertThat(this.issuer.problems).containsExactly("made java.lang.IllegalStateException");
	}

	private void askedInVain(int tries) {
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> this.keys.find("old"));
		assertThat(this.issuer.fetches).hasValue(tries);
	}

}
