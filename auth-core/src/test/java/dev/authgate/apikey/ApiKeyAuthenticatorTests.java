package dev.authgate.apikey;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestApiKeys;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiKeyAuthenticatorTests extends AuthenticatorContract {

	private static final Set<RejectionReason> KNOWN = EnumSet.of(RejectionReason.DISABLED, RejectionReason.EXPIRED,
			RejectionReason.NOT_YET_VALID);

	private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

	private final ApiKeyStore store = new InMemoryApiKeyStore();

	private final ApiKeyAuthenticator authenticator = ApiKeyAuthenticator.builder(this.store)
		.clock(Clock.fixed(NOW, ZoneOffset.UTC))
		.build();

	ApiKeyAuthenticatorTests() {
		this.store.register(TestApiKeys.first());
		this.store.register(TestApiKeys.second());
	}

	@Override
	protected ApiKeyAuthenticator authenticator() {
		return this.authenticator;
	}

	@Override
	protected String credential() {
		return TestApiKeys.FIRST;
	}

	@Override
	protected TestRequest requestWith(String credential) {
		return TestRequests.apiKey(credential);
	}

	@Override
	protected List<TestRequest> badRequests() {
		return List.of(requestWith("unknown-key-0123456789"), requestWith(""), requestWith("schlüssel"),
				requestWith(TestApiKeys.FIRST.toUpperCase(Locale.ROOT)), requestWith("x".repeat(513)));
	}

	/** F2, F4. */
	@Test
	void whenKeyIsRightThenCallerIsItsApp() {
		assertThat(authenticate(TestApiKeys.FIRST)).isEqualTo(AuthenticationResult
			.authenticated(new Caller(TestApiKeys.first().user(), "api-key", "first", "client_1", Set.of(), null)));
	}

	/** F3, F4. */
	@Test
	void whenOtherKeyIsRightThenCallerIsTheOtherApp() {
		assertThat(((Authenticated) authenticate(TestApiKeys.SECOND)).caller().app()).isEqualTo("client_2");
	}

	/** F1. */
	@Test
	void whenKeyIsUnknownThenSaidSo() {
		assertRejected(authenticate("unknown-key-0123456789"), RejectionReason.UNKNOWN);
	}

	/** F3. */
	@Test
	void whenKeyIsRevokedThenNextRequestIsRejected() {
		assertThat(authenticate(TestApiKeys.FIRST)).isInstanceOf(Authenticated.class);
		this.store.revoke("first");
		assertRejected(authenticate(TestApiKeys.FIRST), RejectionReason.UNKNOWN);
	}

	/** F5. */
	@Test
	void whenKeyIsRegisteredAgainThenAppIsTheNewOne() {
		this.store.register(ApiKey.of(TestApiKeys.FIRST, "renamed"));
		assertThat(((Authenticated) authenticate(TestApiKeys.FIRST)).caller().app()).isEqualTo("renamed");
	}

	/** F6. */
	@ParameterizedTest
	@ValueSource(strings = { "x-api-key", "X-API-KEY", "x-Api-Key" })
	void whenHeaderNameHasOtherCaseThenFound(String header) {
		TestRequest request = TestRequests.anonymous().withHeader(header, TestApiKeys.FIRST);
		assertThat(this.authenticator.authenticate(request)).isInstanceOf(Authenticated.class);
	}

	/** F6, F7, F8. */
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "schlüssel", "a b", "a\u0000" })
	void whenKeyIsNotVisibleAsciiThenMalformed(String key) {
		assertRejected(authenticate(key), RejectionReason.MALFORMED);
	}

	/** F9. */
	@Test
	void whenHeaderIsSentTwiceThenMalformed() {
		assertRejected(this.authenticator.authenticate(requestWith(TestApiKeys.FIRST).doubled()),
				RejectionReason.MALFORMED);
	}

	/** F10. */
	@Test
	void whenKeyIsWellFormedThenExactlyOneLookupByDigest() {
		CountingStore counting = new CountingStore();
		ApiKeyAuthenticator.builder(counting).build().authenticate(requestWith(TestApiKeys.FIRST));
		assertThat(counting.asked).containsExactly(SecretDigest.of(TestApiKeys.FIRST));
	}

	/** F8. */
	@Test
	void whenKeyIsMalformedThenStoreIsNotAsked() {
		CountingStore counting = new CountingStore();
		ApiKeyAuthenticator.builder(counting).build().authenticate(requestWith("schlüssel"));
		assertThat(counting.asked).isEmpty();
	}

	/** F11. */
	@Test
	void whenKeyIsSwitchedOffThenDisabled() {
		assertRejected(judged(firstKey().enabled(false)), RejectionReason.DISABLED);
	}

	/** F11. */
	@Test
	void whenKeyExpiresNowThenExpired() {
		assertRejected(judged(firstKey().expiresAt(NOW)), RejectionReason.EXPIRED);
	}

	/** F11. */
	@Test
	void whenKeyExpiresLaterThenCallerKnowsWhen() {
		Authenticated result = (Authenticated) judged(firstKey().expiresAt(NOW.plusNanos(1)));
		assertThat(result.caller().expiresAt()).isEqualTo(NOW.plusNanos(1));
	}

	/** F11. */
	@Test
	void whenKeyBeginsLaterThenNotYetValid() {
		assertRejected(judged(firstKey().notBefore(NOW.plusNanos(1))), RejectionReason.NOT_YET_VALID);
	}

	/** F11. */
	@Test
	void whenKeyBeginsNowThenAuthenticated() {
		assertThat(judged(firstKey().notBefore(NOW))).isInstanceOf(Authenticated.class);
	}

	/** F14. */
	@Test
	void whenAskedForChallengeThenNone() {
		assertThat(this.authenticator.challenge()).isNull();
	}

	@Test
	void whenMadeForAnotherHeaderThenOnlyThatCounts() {
		ApiKeyAuthenticator partner = ApiKeyAuthenticator.builder(this.store)
			.name("partner")
			.header("X-Partner")
			.build();
		assertThat(partner.authenticate(requestWith(TestApiKeys.FIRST))).isEqualTo(AuthenticationResult.notPresent());
		Authenticated result = (Authenticated) partner
			.authenticate(TestRequests.anonymous().withHeader("X-Partner", TestApiKeys.FIRST));
		assertThat(result.caller().authenticator()).isEqualTo("partner");
		assertThat(partner.header()).isEqualTo("X-Partner");
	}

	private static ApiKeyBuilder firstKey() {
		return ApiKey.builder(Secret.of(TestApiKeys.FIRST)).id("first");
	}

	private AuthenticationResult judged(ApiKeyBuilder key) {
		this.store.register(key.build());
		return authenticate(TestApiKeys.FIRST);
	}

	private AuthenticationResult authenticate(String key) {
		return this.authenticator.authenticate(requestWith(key));
	}

	private static void assertRejected(AuthenticationResult result, RejectionReason reason) {
		assertThat(result).isInstanceOfSatisfying(Rejected.class, (rejected) -> {
			assertThat(rejected.reason()).isEqualTo(reason);
			assertThat(rejected.claimed()).isEqualTo(KNOWN.contains(reason) ? "first" : null);
			assertThat(rejected.ambient()).isFalse();
		});
	}

	private static final class CountingStore implements ApiKeyStore {

		private final List<SecretDigest> asked = new ArrayList<>();

		@Override
		public @Nullable ApiKey find(SecretDigest digest) {
			this.asked.add(digest);
			return null;
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
