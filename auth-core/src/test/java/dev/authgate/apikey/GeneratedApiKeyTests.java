package dev.authgate.apikey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestRequests;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GeneratedApiKeyTests {

	private final GeneratedApiKey generated = GeneratedApiKey.generate("ak");

	private final String text = this.generated.key().reveal();

	private final InMemoryApiKeyStore store = new InMemoryApiKeyStore();

	private final List<SecretDigest> asked = new ArrayList<>();

	private final ApiKeyAuthenticator authenticator = ApiKeyAuthenticator.builder(watched(this.store)).build();

	@Test
	void whenGeneratedThenPrefixIdSecretAndChecksum() {
		assertThat(this.text).matches("ak_[0-9A-Za-z]{8}[0-9A-Za-z]{27}[0-9A-Za-z]{6}").startsWith(this.generated.id());
		assertThat(this.generated.id()).matches("ak_[0-9A-Za-z]{8}");
		assertThat(Math.log(62) / Math.log(2) * 27).isGreaterThan(160);
	}

	@Test
	void whenManyAreGeneratedThenAllDiffer() {
		Set<String> keys = new HashSet<>();
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < 1_000; i++) {
			GeneratedApiKey key = GeneratedApiKey.generate("ak");
			keys.add(key.key().reveal().substring(11));
			ids.add(key.id());
		}
		assertThat(keys).hasSize(1_000);
		assertThat(ids).hasSize(1_000);
	}

	/** F2. */
	@Test
	void whenRegisteredByDigestThenAcceptedUnderItsId() {
		this.store.register(this.generated.toBuilder().app("client_1").build());
		Authenticated result = (Authenticated) authenticate(this.text);
		assertThat(result.caller().credentialId()).isEqualTo(this.generated.id());
		assertThat(result.caller().app()).isEqualTo("client_1");
	}

	/** F12. */
	@Test
	void whenPrintedThenOnlyTheIdIsShown() {
		assertThat(this.generated).hasToString("GeneratedApiKey[id=" + this.generated.id() + "]");
		assertThat(this.generated.digest()).isEqualTo(SecretDigest.of(this.text));
	}

	@Test
	void whenAnyCharacterIsMistypedThenRefusedBeforeTheLookUp() {
		for (int i = "ak_".length(); i < this.text.length(); i++) {
			char other = (this.text.charAt(i) != 'x') ? 'x' : 'y';
			String mistyped = this.text.substring(0, i) + other + this.text.substring(i + 1);
			assertThat(authenticate(mistyped)).isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
			assertThat(GeneratedApiKey.isDamaged(Secret.of(mistyped), "ak")).isTrue();
		}
		assertThat(this.asked).isEmpty();
	}

	@Test
	void whenAnythingIsMissingThenRefusedBeforeTheLookUp() {
		for (int end = "ak_".length(); end < this.text.length(); end++) {
			assertThat(authenticate(this.text.substring(0, end)))
				.isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
		}
		assertThat(authenticate(this.text + "0")).isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
		assertThat(this.asked).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ak", "ak-chosen-by-hand", "AK_chosen_by_hand", "my_ak_key_0123456789", "ak.x" })
	void whenKeyHasNoSuchPrefixThenItIsLookedUp(String chosen) {
		this.store.register(ApiKey.of(chosen, "app"));
		assertThat(authenticate(chosen)).isInstanceOf(Authenticated.class);
		assertThat(GeneratedApiKey.isDamaged(Secret.of(chosen), "ak")).isFalse();
	}

	@Test
	void whenPrefixIsAnotherThenThatOneIsJudged() {
		ApiKeyAuthenticator acme = ApiKeyAuthenticator.builder(this.store).prefix("acme_live").build();
		this.store.register(GeneratedApiKey.generate("acme_live").toBuilder().build());
		this.store.register(ApiKey.of("ak_chosen_by_hand", "app"));
		assertThat(acme.authenticate(TestRequests.apiKey("ak_chosen_by_hand"))).isInstanceOf(Authenticated.class);
		assertThat(acme.authenticate(TestRequests.apiKey("acme_live_chosen")))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
	}

	@Test
	void whenKeyIsSoughtByPatternThenFoundAndNothingElse() {
		Pattern pattern = Pattern.compile(GeneratedApiKey.pattern("ak"));
		assertThat(GeneratedApiKey.pattern("ak")).isEqualTo("\\bak_[0-9A-Za-z]{41}\\b");
		assertThat(pattern.matcher("key: \"" + this.text + "\"").find()).isTrue();
		assertThat(pattern.matcher("id: " + this.generated.id()).find()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "_", "a_", "_a", "a__b", "a-b", "ä", "a b", "a.b", "012345678901234567890123456789012" })
	void whenPrefixIsNoneThenRefused(String prefix) {
		assertThatIllegalArgumentException().isThrownBy(() -> GeneratedApiKey.generate(prefix));
		assertThatIllegalArgumentException().isThrownBy(() -> ApiKeyAuthenticator.builder(this.store).prefix(prefix));
	}

	@Test
	void whenLookedUpThenTheStoreWasAskedOnce() {
		authenticate(this.text);
		assertThat(this.asked).containsExactly(this.generated.digest());
	}

	/** CRC-32 of 123456789 is a check value that everybody knows. */
	@Test
	void whenChecksumIsWrittenThenItIsTheKnownOne() {
		assertThat(KeyChecksum.of("123456789")).isEqualTo(base62(0xCBF43926L));
		assertThat(KeyChecksum.isAtEndOf("123456789" + base62(0xCBF43926L))).isTrue();
	}

	private static String base62(long number) {
		StringBuilder digits = new StringBuilder();
		for (long rest = number; digits.length() < KeyChecksum.LENGTH; rest /= 62) {
			digits.insert(0, KeyChecksum.ALPHABET.charAt((int) (rest % 62)));
		}
		return digits.toString();
	}

	private AuthenticationResult authenticate(String key) {
		return this.authenticator.authenticate(TestRequests.apiKey(key));
	}

	private ApiKeyStore watched(ApiKeyStore delegate) {
		return new ApiKeyStore() {

			@Override
			public @Nullable ApiKey find(SecretDigest digest) {
				GeneratedApiKeyTests.this.asked.add(digest);
				return delegate.find(digest);
			}

			@Override
			public void register(ApiKey key) {
				delegate.register(key);
			}

			@Override
			public boolean revoke(String id) {
				return delegate.revoke(id);
			}

		};
	}

}
