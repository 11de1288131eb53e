package dev.authgate.spring.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.authgate.AuthUser;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestKeys;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.JwtSettings;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ring with a key of each algorithm, over a real connection.
 */
class TokenKeysHttpTests {

	private static final String CLAIMS = "{\"sub\":\"huginn\",\"exp\":9999999999}";

	@RegisterExtension
	static final TestApp APP = ring(TestApp.bare(UserHandlers.class));

	private final Wire wire = Wire.to(APP.port());

	/** E14. */
	@ParameterizedTest
	@EnumSource
	void whenKeyOfTheRingSignedThenTaken(JwtAlgorithm algorithm) {
		assertThat(bearer(issued(TestKeys.key(algorithm).withId(algorithm.name()))).body())
			.contains("\"id\":\"huginn\"");
	}

	/** E14. */
	@Test
	void whenIssuedThenByTheKeyThatBeganLast() throws Exception {
		SignedJWT token = SignedJWT.parse(APP.bean(JwtIssuer.class).issue(AuthUser.of("42")));
		assertThat(token.getHeader().getKeyID()).isEqualTo("PS384");
		assertThat(bearer(token.serialize()).body()).contains("\"id\":\"42\"");
	}

	/** E2, E9. */
	@ParameterizedTest
	@EnumSource
	void whenTokenNamesAnotherKeyThenRefused(JwtAlgorithm algorithm) {
		JwtKey key = TestKeys.key(algorithm);
		String another = (algorithm == JwtAlgorithm.HS256) ? "HS384" : "HS256";
		for (String token : List.of(issued(key), issued(key.withId("unknown")), issued(key.withId(another)))) {
			assertRefused(token);
		}
	}

	/** E8. */
	@ParameterizedTest
	@EnumSource(value = JwtAlgorithm.class, mode = EnumSource.Mode.EXCLUDE, names = { "HS256", "HS384", "HS512" })
	void whenPublicKeyIsUsedAsSecretThenRefused(JwtAlgorithm algorithm) {
		byte[] encoded = TestKeys.pair(algorithm).getPublic().getEncoded();
		String pem = TestKeys.pem(TestKeys.pair(algorithm).getPublic());
		String header = "{\"alg\":\"HS256\",\"kid\":\"" + algorithm + "\"}";
		for (byte[] secret : List.of(encoded, pem.getBytes(), pem.strip().getBytes())) {
			assertRefused(TestJwts.signed(header, CLAIMS, secret));
		}
	}

	/** E8. */
	@ParameterizedTest
	@EnumSource
	void whenAlgorithmIsNoneThenRefused(JwtAlgorithm algorithm) {
		String header = TestJwts.encoded("{\"alg\":\"none\",\"kid\":\"" + algorithm + "\"}");
		assertRefused(header + "." + TestJwts.encoded(CLAIMS) + ".");
		assertRefused(header + "." + TestJwts.encoded(CLAIMS) + ".AA");
	}

	/** E1, E5, E11, E12, E16. */
	@ParameterizedTest
	@ValueSource(strings = { "{\"sub\":\"huginn\",\"exp\":1}", "{\"exp\":9999999999}", "{\"sub\":\"huginn\"}",
			"{\"sub\":\"huginn\",\"exp\":9999999999,\"nbf\":9999999998}", "{\"sub\":42,\"exp\":9999999999}" })
	void whenClaimsAreWrongThenRefused(String claims) {
		String input = TestJwts.encoded("{\"alg\":\"ES256\",\"kid\":\"ES256\"}") + "." + TestJwts.encoded(claims);
		assertRefused(input + "." + TestJwts.encoded(TestKeys.signature(JwtAlgorithm.ES256, input.getBytes())));
	}

	/** E15. */
	@ParameterizedTest
	@EnumSource
	void whenClaimsAreExchangedThenRefused(JwtAlgorithm algorithm) {
		String[] token = issued(TestKeys.key(algorithm).withId(algorithm.name())).split("\\.");
		assertRefused(token[0] + "." + TestJwts.encoded(CLAIMS) + "." + token[2]);
	}

	@Test
	void whenPublicKeysAreAskedForThenWithoutCredentialsAndToBeKept() {
		Reply reply = this.wire.send("GET /.well-known/jwks.json");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.headers("Content-Type")).containsExactly("application/jwk-set+json");
		assertThat(reply.headers("Cache-Control")).containsExactly("max-age=300, public");
		assertThat(reply.headers("Set-Cookie")).isEmpty();
		assertThat(this.wire.send("HEAD /.well-known/jwks.json").status()).isEqualTo(200);
	}

	@Test
	void whenPublicKeysAreReadThenAnotherLibraryVerifiesOurTokensWithThem() throws Exception {
		JWKSet keys = JWKSet.parse(this.wire.send("GET /.well-known/jwks.json").body());
		assertThat(keys.getKeys()).hasSize(10).noneMatch(JWK::isPrivate);
		SignedJWT token = SignedJWT.parse(APP.bean(JwtIssuer.class).issue(AuthUser.of("42")));
		JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
		assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
	}

	@Test
	void whenPublicKeysAreReadThenNothingPrivateIsThere() {
		String body = this.wire.send("GET /.well-known/jwks.json").body();
		assertThat(body).doesNotContainPattern("\"(d|p|q|dp|dq|qi|oth|k)\"\\s*:").doesNotContain(TestKeys.SECRET);
		for (JwtAlgorithm algorithm : List.of(JwtAlgorithm.RS256, JwtAlgorithm.ES256, JwtAlgorithm.EDDSA)) {
			String encoded = Base64.getEncoder().encodeToString(TestKeys.pair(algorithm).getPrivate().getEncoded());
			String last = encoded.replaceAll("=+$", "").substring(encoded.length() - 44, encoded.length() - 4);
			assertThat(body.replace('-', '+').replace('_', '/')).doesNotContain(last);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST /.well-known/jwks.json", "GET /.well-known/jwks.json/x", "GET /.well-known/other" })
	void whenSomethingElseIsAskedForThenMissingCredentials(String request) {
		assertThat(this.wire.send(request).status()).isEqualTo(401);
	}

	@Test
	void whenAllKeysAreSecretOrItIsSwitchedOffThenThereIsNoSuchRoute() {
		UnaryOperator<TestApp> off = (app) -> ring(app).with("authgate.jwt.jwks.enabled=false");
		for (UnaryOperator<TestApp> setting : List.<UnaryOperator<TestApp>>of(off, TestApp::tokens)) {
			try (TestApp app = setting.apply(TestApp.bare(UserHandlers.class)).start()) {
				assertThat(app.get("/.well-known/jwks.json").status()).isEqualTo(401);
				String token = app.bean(JwtIssuer.class).issue(AuthUser.of("42"));
				assertThat(app.get("/.well-known/jwks.json", "Authorization: Bearer " + token).status()).isEqualTo(404);
			}
		}
	}

	private static TestApp ring(TestApp app) {
		int index = 0;
		for (JwtAlgorithm algorithm : JwtAlgorithm.values()) {
			String entry = "authgate.jwt.keys[" + index + "].";
			app.with(entry + "id=" + algorithm, entry + "algorithm=" + algorithm.headerName(),
					algorithm.symmetric() ? entry + "secret=" + TestKeys.SECRET
							: entry + "private-key=" + TestKeys.opensslPem(TestKeys.pair(algorithm)));
			int day = (algorithm == JwtAlgorithm.PS384) ? 31 : ++index;
			app.with(entry + "sign-from=2020-01-" + String.format("%02d", day) + "T00:00:00Z");
			index += (algorithm == JwtAlgorithm.PS384) ? 1 : 0;
		}
		return app;
	}

	private static String issued(JwtKey key) {
		JwtSettings settings = JwtSettings.of(key);
		return new JwtIssuer(settings, Duration.ofHours(1), Clock.systemUTC()).issue(AuthUser.of("huginn"));
	}

	private Reply bearer(String token) {
		return this.wire.send("GET /api/user", "Authorization: Bearer " + token);
	}

	private void assertRefused(String token) {
		Reply reply = bearer(token);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.headers("WWW-Authenticate")).hasSize(1);
		assertThat(reply.body()).contains("_credentials\"");
	}

}
