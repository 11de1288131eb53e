package dev.authgate.spring.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyAuthenticator;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.apikey.ApiKeyUsage;
import dev.authgate.apikey.GeneratedApiKey;
import dev.authgate.apikey.InMemoryApiKeyStore;
import dev.authgate.secret.SecretDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for one key, over real connections.
 */
class ApiKeyLifeTests {

	private static final String HASHED = "a-key-known-by-digest-1";

	private static final String PARTNER = "a-key-of-the-partner-01";

	private static final GeneratedApiKey GENERATED = GeneratedApiKey.generate("acme");

	@RegisterExtension
	private static final TestApp APP = TestApp.serving(Keys.class)
		.with("authgate.default-authenticator=api-key", "authgate.api-keys.prefix=acme",
				"authgate.api-keys.keys[3].key-hash=" + SecretDigest.of(HASHED), "authgate.api-keys.keys[3].id=hashed",
				"authgate.api-keys.keys[4].key=a-key-that-began-just-now",
				"authgate.api-keys.keys[4].not-before=2026-05-01T12:00:30Z",
				"authgate.api-keys.keys[5].key=a-key-that-begins-soon-1",
				"authgate.api-keys.keys[5].not-before=2026-05-01T12:00:31Z",
				"authgate.api-keys.keys[6].key=a-key-that-ends-just-now",
				"authgate.api-keys.keys[6].expires-at=2026-05-01T14:00:30+02:00",
				"authgate.api-keys.keys[7].key=a-key-that-ends-very-soon",
				"authgate.api-keys.keys[7].expires-at=2026-05-01T12:00:31Z",
				"authgate.api-keys.keys[8].key=a-key-switched-off-0123", "authgate.api-keys.keys[8].enabled=false",
				"authgate.api-keys.keys[9].key=a-key-of-the-same-app-1", "authgate.api-keys.keys[9].app=reader",
				"authgate.api-keys.keys[10].key-hash=" + GENERATED.digest(),
				"authgate.api-keys.keys[10].id=" + GENERATED.id());

	/** F2, F12. */
	@Test
	void whenOnlyTheDigestIsConfiguredThenKeyIsAccepted() {
		assertThat(APP.getAs(HASHED, "/api/user").body()).contains("\"id\":\"hashed\"");
		assertThat(APP.getAs(SecretDigest.of(HASHED).toString(), "/api/user").status()).isEqualTo(401);
	}

	/** F11. */
	@ParameterizedTest
	@ValueSource(strings = { "a-key-that-began-just-now", "a-key-that-ends-very-soon" })
	void whenKeyIsWithinItsTimeThenAccepted(String key) {
		assertThat(APP.getAs(key, "/api/user").status()).isEqualTo(200);
	}

	/** F11. */
	@ParameterizedTest
	@ValueSource(strings = { "a-key-that-begins-soon-1", "a-key-that-ends-just-now", "a-key-switched-off-0123" })
	void whenKeyIsOutOfItsTimeOrOffThenRefusedAsAnUnknownOneIs(String key) {
		RawResponse answer = APP.getAs(key, "/api/user");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).isEqualTo(APP.getAs("an-unknown-key-01234", "/api/user").body());
	}

	/** F3, F4. */
	@Test
	void whenAppHasTwoKeysThenEitherIsTheApp() {
		assertThat(APP.getAs(TestApp.READER, "/api/user").body()).contains("\"id\":\"reader\"");
		assertThat(APP.getAs("a-key-of-the-same-app-1", "/api/user").body()).contains("\"id\":\"reader\"");
	}

	/** F4. */
	@Test
	void whenHandlerForbidsOneAppThenOnlyThatOne() {
		RawResponse forbidden = APP.getAs(TestApp.WRITER, "/api/export");
		assertThat(forbidden.status()).isEqualTo(403);
		assertThat(forbidden.body()).contains("Not for this client");
		assertThat(APP.getAs(TestApp.READER, "/api/export").body()).isEqualTo("exported for reader");
	}

	/** F2. */
	@Test
	void whenGeneratedKeyIsConfiguredByItsDigestThenAccepted() {
		assertThat(APP.getAs(GENERATED.key().reveal(), "/api/user").body())
			.contains("\"id\":\"" + GENERATED.id() + "\"");
	}

	/** F1. */
	@ParameterizedTest
	@ValueSource(strings = { "acme_", "acme_junk", "acme_0000000000000000000000000000000000000000" })
	void whenKeyOnlyLooksGeneratedThenMalformed(String key) {
		RawResponse answer = APP.getAs(key, "/api/user");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).contains("malformed_credentials");
	}

	/** F2, F9. */
	@Test
	void whenSecondAuthenticatorIsABeanThenItHasKeysAndAHeaderOfItsOwn() {
		assertThat(APP.get("/api/partner", "X-Partner-Key: " + PARTNER).body()).isEqualTo("partner by partner-key");
		assertThat(APP.get("/api/partner", "X-API-Key: " + PARTNER).status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/api/partner").status()).isEqualTo(401);
		assertThat(APP.get("/api/partner", "X-Partner-Key: " + TestApp.READER).status()).isEqualTo(401);
		assertThat(APP.get("/api/user", "X-Partner-Key: " + PARTNER).status()).isEqualTo(401);
		assertThat(APP.get("/api/partner", "X-Partner-Key: " + PARTNER, "X-Partner-Key: " + PARTNER).status())
			.isEqualTo(401);
	}

	/** F16. */
	@Test
	void whenKeyIsAcceptedThenApplicationCanAskWhen() {
		ApiKeyUsage usage = APP.bean(ApiKeyUsage.class);
		APP.bean(ApiKeyStore.class)
			.register(ApiKey.builder(SecretDigest.of("a-key-to-be-used-0123")).id("used").build());
		assertThat(usage.lastUsed("used")).isNull();
		APP.getAs("a-key-to-be-used-0123", "/api/user");
		assertThat(usage.lastUsed("used")).isEqualTo(Instant.parse("2026-05-01T12:00:00Z"));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ UserHandlers.class, KeyHandlers.class })
	static class Keys {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2026-05-01T12:00:30Z"), ZoneOffset.UTC);
		}

		@Bean
		ApiKeyAuthenticator partnerKey() {
			InMemoryApiKeyStore partners = new InMemoryApiKeyStore();
			partners.load(List.of(ApiKey.of(PARTNER, "partner")));
			return ApiKeyAuthenticator.builder(partners).name("partner-key").header("X-Partner-Key").build();
		}

	}

	@RestController
	static class KeyHandlers {

		@GetMapping("/api/export")
		String export(Caller caller) {
			if ("writer".equals(caller.app())) {
				throw AuthException.forbidden("Not for this client");
			}
			return "exported for " + caller.app();
		}

		@Authenticated(by = "partner-key")
		@GetMapping("/api/partner")
		String partner(AuthUser user, Caller caller) {
			return user.id() + " by " + caller.authenticator();
		}

	}

}
