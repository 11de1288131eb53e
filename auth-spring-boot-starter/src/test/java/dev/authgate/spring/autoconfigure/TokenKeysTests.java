package dev.authgate.spring.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.contract.TestKeys;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.spring.MisconfigurationException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

/**
 * How keys of tokens are configured, and what about them refuses to start.
 */
class TokenKeysTests {

	private static final String SECRET = "q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX";

	private static final String BINARY = "CR8AgP8z0QKbF-5kDaO3HMh1lFcu4gEGaZ7YI8q9bVA";

	private static final String FIRST = "authgate.jwt.keys[0].";

	private static final String SECOND = "authgate.jwt.keys[1].";

	private static final String KEY = "authgate.api-keys.keys[0].key=0123456789abcdef0";

	private static final String PEM = TestKeys.opensslPem(TestKeys.pair(JwtAlgorithm.ES256));

	private static final String PUBLIC_PEM = TestKeys.pem(TestKeys.pair(JwtAlgorithm.ES256).getPublic());

	@TempDir
	private Path directory;

	@Test
	void whenKeyIsGivenAloneThenItSigns() {
		assertSigns("{\"kid\":\"a\",\"typ\":\"JWT\",\"alg\":\"HS256\"}", FIRST + "id=a", FIRST + "secret=" + SECRET);
		assertSigns("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", FIRST + "secret=" + SECRET);
		assertSigns("{\"kid\":\"a\",\"typ\":\"JWT\",\"alg\":\"ES256\"}", FIRST + "id=a", FIRST + "private-key=" + PEM);
		assertSigns("{\"typ\":\"JWT\",\"alg\":\"PS512\"}", FIRST + "algorithm=PS512",
				FIRST + "private-key=" + TestKeys.opensslPem(TestKeys.pair(JwtAlgorithm.PS512)));
		assertSigns("{\"typ\":\"JWT\",\"alg\":\"EdDSA\"}", FIRST + "algorithm=EdDSA",
				FIRST + "private-key=" + TestKeys.opensslPem(TestKeys.pair(JwtAlgorithm.EDDSA)));
		assertSigns("{\"kid\":\"k\",\"typ\":\"JWT\",\"alg\":\"HS256\"}",
				FIRST + "jwk={\"kty\":\"oct\",\"kid\":\"k\",\"k\":\"" + BINARY + "\"}");
	}

	@Test
	void whenKeyIsInAFileThenItIsRead() throws Exception {
		Path file = Files.writeString(this.directory.resolve("key.pem"),
				TestKeys.pem(TestKeys.pair(JwtAlgorithm.ES256).getPrivate()));
		Path publicFile = Files.writeString(this.directory.resolve("public.pem"), PUBLIC_PEM);
		assertSigns("{\"typ\":\"JWT\",\"alg\":\"ES256\"}", FIRST + "private-key=file:" + file,
				FIRST + "public-key=" + publicFile.toUri());
	}

	@Test
	void whenKeyIsOnTheClassPathThenItIsRead() {
		assertSigns("{\"kid\":\"on-the-class-path\",\"typ\":\"JWT\",\"alg\":\"HS256\"}",
				FIRST + "jwk=classpath:keys/jwk-set.json");
	}

	@Test
	void whenKeyTakesOverThenItSigns() {
		assertSigns("{\"kid\":\"new\",\"typ\":\"JWT\",\"alg\":\"ES256\"}", FIRST + "secret=" + SECRET,
				FIRST + "retire-at=2999-01-01T00:00:00Z", SECOND + "id=new", SECOND + "private-key=" + PEM,
				SECOND + "sign-from=2020-01-01T00:00:00+01:00");
	}

	@Test
	void whenAllKeysArePublicThenNothingIsIssued() {
		TestApplications.runner().withPropertyValues(FIRST + "public-key=" + PUBLIC_PEM).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBeanProvider(JwtIssuer.class).getIfAvailable()).isNull();
		});
		refused(FIRST + "public-key=" + PUBLIC_PEM, "authgate.login.token=true")
			.hasMessage("authgate.login.token is on, but nothing signs the tokens.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "id=a | authgate.jwt.keys[0] has no key.",
			"secret=canary | authgate.jwt.keys[0].secret: The JWT secret has 6 bytes, and HS256 needs at least 32. ",
			"private-key=canary | authgate.jwt.keys[0].private-key: The PEM text is not a private key: it has no block",
			"public-key=canary | authgate.jwt.keys[0].public-key: The PEM text is not a public key: it has no block",
			"jwk=canary | authgate.jwt.keys[0].jwk: The JWK is not a JSON object, or has a member twice.",
			"private-key=file:nowhere.pem | The key at file:nowhere.pem does not exist, or may not be read.",
			"private-key=file:src | The key at file:src cannot be read.",
			"jwk=classpath:nowhere.json | The key at classpath:nowhere.json does not exist, or may not be read.",
			"jwk=classpath:keys/jwk-set.json | authgate.jwt.keys[0] is a JWK set, whose keys each have an id" })
	void whenEntryIsNoKeyThenRefused(String property, String problem) {
		String id = property.contains("set.json") ? FIRST + "id=a" : FIRST + "id=canary";
		refused(id, FIRST + property).hasMessageStartingWith(problem)
			.satisfies((failure) -> assertThat(failure.toString()).doesNotContain("canary"));
	}

	@Test
	void whenEntryHasSeveralKeysThenRefused() {
		String problem = "authgate.jwt.keys[0] has several keys, and stands for one.";
		refused(FIRST + "secret=" + SECRET, FIRST + "jwk={}").hasMessage(problem);
		refused(FIRST + "secret=" + SECRET, FIRST + "public-key=" + PUBLIC_PEM).hasMessage(problem);
		refused(FIRST + "private-key=" + PEM, FIRST + "jwk={}").hasMessage(problem);
		refused(FIRST + "public-key=" + PUBLIC_PEM, FIRST + "jwk={}").hasMessage(problem);
	}

	@Test
	void whenIdIsNotThatOfTheJwkThenRefused() {
		refused(FIRST + "id=a", FIRST + "jwk={\"kty\":\"oct\",\"kid\":\"b\",\"k\":\"" + BINARY + "\"}")
			.hasMessage("authgate.jwt.keys[0] has an id other than the 'kid' of its JWK.");
	}

	@Test
	void whenEncryptedKeyIsGivenThenTheCommandIsShown() {
		refused(FIRST + "private-key=-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----")
			.hasMessage(
					"authgate.jwt.keys[0].private-key: The PEM text is not a private key: it is encrypted. Decrypt it"
							+ " with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key-pkcs8.pem.");
	}

	@ParameterizedTest
	@CsvSource({ "ES384, P-384, P-256", "RS256, RSA, P-256", "EdDSA, Ed25519, P-256", "HS256, secret, P-256" })
	void whenAlgorithmDoesNotFitThenRefused(String algorithm, String needed, String kind) {
		refused(FIRST + "private-key=" + PEM, FIRST + "algorithm=" + algorithm)
			.hasMessage("authgate.jwt.keys[0].private-key: The algorithm " + algorithm + " needs a key of the kind "
					+ needed + ", and this one is of the kind " + kind + ".");
	}

	@Test
	void whenRsaKeyIsWeakThenRefused() {
		refused(FIRST + "private-key=" + TestKeys.opensslPem(TestKeys.rsa(1024, 65_537)))
			.hasMessageStartingWith("authgate.jwt.keys[0].private-key: The RSA key has 1024 bits");
	}

	@Test
	void whenSecretAndKeysAreSetThenTheEntryIsShown() {
		refused("authgate.jwt.secret=" + SECRET, FIRST + "secret=" + SECRET)
			.hasMessage("Both authgate.jwt.secret and authgate.jwt.keys are set.")
			.extracting("action")
			.asString()
			.contains("- secret: ${JWT_SECRET}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "id=a | id=a | Two keys have the id 'a'",
					"retire-at=2999-01-01T00:00:00Z | sign-from=2020-01-01T00:00:00Z | Several keys have no id",
					"id=a | id=b | The key 'a' and the key 'b' begin to sign at the same time" })
	void whenKeysCannotStandTogetherThenRefused(String first, String second, String problem) {
		refused(FIRST + "secret=" + SECRET, FIRST + first, SECOND + "secret=" + SECRET + "2", SECOND + second)
			.hasMessageStartingWith("authgate.jwt.keys: " + problem);
	}

	@Test
	void whenNoKeySignsForATimeThenRefused() {
		refused(FIRST + "secret=" + SECRET, FIRST + "retire-at=2990-01-01T00:00:00Z", SECOND + "id=b",
				SECOND + "secret=" + SECRET + "2", SECOND + "sign-from=2999-01-01T00:00:00Z")
			.hasMessage("authgate.jwt.keys: The key without an id retires at 2990-01-01T00:00:00Z, and no key signs"
					+ " until the key 'b' does from 2999-01-01T00:00:00Z.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sign-from=2999-01-01T00:00:00Z", "retire-at=2020-01-01T00:00:00Z" })
	void whenNoKeySignsNowThenRefused(String time) {
		refused(FIRST + "secret=" + SECRET, FIRST + time).hasMessage("authgate.jwt.keys: No key signs now.");
	}

	@Test
	void whenTimeIsThatOfTheApplicationThenItsClockCounts() {
		Clock past = Clock.fixed(Instant.parse("2019-01-01T00:00:00Z"), ZoneOffset.UTC);
		TestApplications.runner()
			.withBean(Clock.class, () -> past)
			.withPropertyValues(FIRST + "secret=" + SECRET, FIRST + "retire-at=2020-01-01T00:00:00Z")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenRetiringIsNotAfterSigningThenRefused() {
		refused(FIRST + "secret=" + SECRET, FIRST + "sign-from=2020-01-01T00:00:00Z",
				FIRST + "retire-at=2020-01-01T00:00:00Z")
			.hasMessageStartingWith(
					"authgate.jwt.keys: The key without an id retires at 2020-01-01T00:00:00Z, and would");
	}

	@Test
	void whenAlgorithmIsSetBesideKeysThenRefused() {
		refused(FIRST + "secret=" + SECRET, "authgate.jwt.algorithm=HS256").hasMessageStartingWith(
				"authgate.jwt.algorithm is set, which belongs to authgate.jwt.secret, and each key has its own.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0s", "99ms", "-1s", "2d" })
	void whenIntervalIsOutOfRangeThenRefused(String interval) {
		refused(FIRST + "secret=" + SECRET, "authgate.jwt.reload-interval=" + interval)
			.hasMessage("authgate.jwt.reload-interval is not from 100ms to 1d.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "issuer=me", "audience=me", "algorithm=HS512", "time-to-live=1h", "clock-skew=1s",
			"claims.role=r", "default-roles=a", "default-permissions=a:b", "jwks.enabled=true", "reload-interval=1s" })
	void whenTokensAreSetUpWithoutAKeyThenRefusedBesideAnotherAuthenticator(String property) {
		refused(KEY, "authgate.jwt." + property)
			.hasMessage("authgate.jwt.* is set, and nothing signs or verifies tokens.")
			.extracting("action")
			.asString()
			.contains("authgate.jwt.secret: ${JWT_SECRET}");
	}

	@Test
	void whenKeysAreEmptyThenRefused() {
		refused(KEY, "authgate.jwt.keys=").hasMessage("authgate.jwt.keys has no entry.");
	}

	@Test
	void whenPublicKeysShouldBeShownAndThereAreNoneThenRefused() {
		refused("authgate.jwt.secret=" + SECRET, "authgate.jwt.jwks.enabled=true")
			.hasMessage("authgate.jwt.jwks.enabled is true, and no key of authgate.jwt has a public part.");
	}

	private static void assertSigns(String header, String... properties) {
		TestApplications.runner().withPropertyValues(properties).run((context) -> {
			assertThat(context).hasNotFailed();
			String token = context.getBean(JwtIssuer.class).issue(AuthUser.of("a"));
			assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]))).isEqualTo(header);
		});
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> refused(String... properties) {
		AtomicReference<Throwable> refusal = new AtomicReference<>();
		TestApplications.runner().withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			refusal.set(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()));
		});
		return assertThat(refusal.get()).isInstanceOf(MisconfigurationException.class)
			.extracting((failure) -> (MisconfigurationException) failure,
					as(throwable(MisconfigurationException.class)))
			.satisfies((failure) -> assertThat(failure.action()).isNotBlank());
	}

}
