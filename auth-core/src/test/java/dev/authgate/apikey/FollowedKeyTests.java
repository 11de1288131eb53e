package dev.authgate.apikey;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.PermissionSet;
import dev.authgate.contract.TestApiKeys;
import dev.authgate.contract.TestClock;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What becomes of a key while something that it opened goes on.
 */
class FollowedKeyTests {

	private static final TestRequest REQUEST = TestRequests.apiKey(TestApiKeys.FIRST);

	private final TestClock clock = new TestClock();

	private final InMemoryApiKeyStore store = new InMemoryApiKeyStore();

	private final ApiKeyUsage usage = new ApiKeyUsage(this.clock);

	private final ApiKeyAuthenticator authenticator = ApiKeyAuthenticator.builder(this.store)
		.usage(this.usage)
		.clock(this.clock)
		.build();

	FollowedKeyTests() {
		this.store.register(TestApiKeys.first());
	}

	@Test
	void whenKeyIsRevokedThenVoid() {
		LiveCredential followed = follow();
		this.store.revoke("first");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenKeyIsSwitchedOffThenVoidUntilItIsOnAgain() {
		LiveCredential followed = follow();
		this.store.register(key().enabled(false).build());
		assertThat(followed.caller()).isNull();
		this.store.register(key().build());
		assertThat(followed.caller()).isNotNull();
	}

	@Test
	void whenKeyExpiresThenVoid() {
		this.store.register(key().expiresAt(TestClock.START.plusSeconds(60)).build());
		LiveCredential followed = follow();
		this.clock.pass(Duration.ofSeconds(59));
		assertThat(followed.caller()).isNotNull();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenKeyIsNotValidBeforeLaterThenVoid() {
		LiveCredential followed = follow();
		this.store.register(key().notBefore(TestClock.START.plusSeconds(1)).build());
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenPermissionsAndRolesChangeThenCallerIsThatOfTheNextRequest() {
		LiveCredential followed = follow();
		this.store.register(key().permissions(PermissionSet.of("threads:write")).roles(Set.of("editor")).build());
		assertThat(followed.caller()).isEqualTo(authenticated()).isSameAs(followed.caller());
		assertThat(Objects.requireNonNull(followed.caller()).roles()).containsExactly("editor");
	}

	@Test
	void whenKeyIsRegisteredAgainAsItWasThenCallerIsTheSame() {
		Caller caller = authenticated();
		LiveCredential followed = Objects.requireNonNull(this.authenticator.follow(REQUEST, caller));
		this.store.register(TestApiKeys.first());
		assertThat(followed.caller()).isSameAs(caller);
	}

	@Test
	void whenKeyHasAnotherIdThenCallerIsThatOfTheNextRequest() {
		LiveCredential followed = follow();
		this.store.register(key().id("other").build());
		assertThat(followed.caller()).isEqualTo(authenticated());
	}

	@Test
	void whenTheIdIsSentAndAnotherByNowThenVoid() {
		ApiKeyAuthenticator pairs = ApiKeyAuthenticator.builder(this.store).idHeader("X-Key-Id").build();
		LiveCredential followed = pairs.follow(REQUEST.withHeader("X-Key-Id", "first"), authenticated());
		this.store.register(key().id("other").build());
		assertThat(Objects.requireNonNull(followed).caller()).isNull();
	}

	@Test
	void whenFollowedThenUsesAreNotCounted() {
		LiveCredential followed = follow();
		Instant before = this.usage.lastUsed("first");
		this.clock.pass(Duration.ofHours(1));
		followed.caller();
		assertThat(this.usage.lastUsed("first")).isNotNull().isEqualTo(before);
	}

	@Test
	void whenKeyIsGoneBeforeItIsFollowedThenVoid() {
		Caller caller = authenticated();
		this.store.revoke("first");
		assertThat(Objects.requireNonNull(this.authenticator.follow(REQUEST, caller)).caller()).isNull();
	}

	@Test
	void whenPermissionsChangeBeforeItIsFollowedThenCallerIsThatOfNow() {
		Caller caller = authenticated();
		this.store.register(key().permissions(PermissionSet.of()).build());
		LiveCredential followed = Objects.requireNonNull(this.authenticator.follow(REQUEST, caller));
		assertThat(Objects.requireNonNull(followed.caller()).user().permissions()).isEmpty();
	}

	@Test
	void whenRequestHasNoKeyThenNothingIsToldOfIt() {
		assertThat(this.authenticator.follow(TestRequests.anonymous(), authenticated())).isNull();
	}

	@Test
	void whenKeyIsInCookieThenFollowed() {
		ApiKeyAuthenticator cookies = ApiKeyAuthenticator.builder(this.store).cookie("key").build();
		LiveCredential followed = cookies.follow(TestRequests.anonymous().withCookie("key", TestApiKeys.FIRST),
				authenticated());
		this.store.revoke("first");
		assertThat(Objects.requireNonNull(followed).caller()).isNull();
	}

	@Test
	void whenStoreCannotAnswerThenThrown() {
		Breaking breaking = new Breaking();
		ApiKeyAuthenticator authenticator = ApiKeyAuthenticator.builder(breaking).build();
		LiveCredential followed = Objects.requireNonNull(authenticator.follow(REQUEST, authenticated()));
		breaking.broken = true;
		assertThatIllegalStateException().isThrownBy(followed::caller);
	}

	private LiveCredential follow() {
		return Objects.requireNonNull(this.authenticator.follow(REQUEST, authenticated()));
	}

	private Caller authenticated() {
		return ((Authenticated) this.authenticator.authenticate(REQUEST)).caller();
	}

	private static ApiKeyBuilder key() {
		return ApiKey.builder(Secret.of(TestApiKeys.FIRST)).id("first").app("client_1");
	}

	private static final class Breaking implements ApiKeyStore {

		private boolean broken;

		@Override
		public @Nullable ApiKey find(SecretDigest digest) {
			if (this.broken) {
				throw new IllegalStateException("lost");
			}
			return TestApiKeys.first();
		}

		@Override
		public void register(ApiKey key) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean revoke(String id) {
			throw new UnsupportedOperationException();
		}

	}

}
