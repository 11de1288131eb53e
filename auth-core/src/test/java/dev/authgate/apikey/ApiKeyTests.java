package dev.authgate.apikey;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.authgate.contract.TestApiKeys;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiKeyTests {

	/** F7, F8. */
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "schlüssel", "a\tb", "a\n", "\u0000", "\u007f", "ключ" })
	void whenKeyCannotBeSentThenRefused(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiKey.of(key, "app"))
			.withMessage("An API key has from 1 to 512 visible ASCII characters, no blank");
	}

	/** F7. */
	@Test
	void whenKeyIsLongerThanTheLimitThenRefused() {
		assertThat(ApiKey.of("x".repeat(512), "app").app()).isEqualTo("app");
		assertThatIllegalArgumentException().isThrownBy(() -> ApiKey.of("x".repeat(513), "app"));
	}

	/** F12. */
	@Test
	void whenPrintedThenKeyAndDataAreHidden() {
		ApiKey key = ApiKey.builder(Secret.of(TestApiKeys.FIRST)).data(Map.of("email", "canary")).build();
		assertThat(key.toString()).doesNotContain(TestApiKeys.FIRST, "canary");
	}

	/** F4. */
	@Test
	void whenAppIsNamedThenItIsTheUser() {
		ApiKey key = ApiKey.builder(Secret.of(TestApiKeys.FIRST)).id("first").app("client_1").build();
		assertThat(key.user().id()).isEqualTo("client_1");
		assertThat(key.id()).isEqualTo("first");
	}

	@Test
	void whenOnlyIdIsNamedThenItIsTheUser() {
		assertThat(ApiKey.builder(Secret.of(TestApiKeys.FIRST)).id("first").build().user().id()).isEqualTo("first");
	}

	@Test
	void whenNothingIsNamedThenDigestNamesKeyAndUser() {
		ApiKey key = ApiKey.builder(Secret.of("abc")).build();
		assertThat(key.id()).isEqualTo("key-ba7816bf");
		assertThat(key.user().id()).isEqualTo("key-ba7816bf");
	}

	@Test
	void whenOnlyDigestIsKnownThenSameKey() {
		assertThat(ApiKey.builder(SecretDigest.of("abc")).build()).isEqualTo(ApiKey.builder(Secret.of("abc")).build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\nb" })
	void whenIdCouldForgeALogLineThenRefused(String id) {
		ApiKeyBuilder builder = ApiKey.builder(Secret.of("abc")).id(id).app("client_1");
		assertThatIllegalArgumentException().isThrownBy(builder::build);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\nb" })
	void whenAppCouldForgeALogLineThenRefused(String app) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiKey.of("abc", app));
	}

	@Test
	void whenRolesAreChangedAfterwardsThenKeyIsNot() {
		Set<String> roles = new HashSet<>(Set.of("user"));
		ApiKey key = ApiKey.builder(Secret.of("abc")).roles(roles).build();
		roles.add("admin");
		assertThat(key.roles()).containsExactly("user");
	}

}
