package dev.authgate.jwt;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Locale;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JwtHeaderTests {

	private static final String CLAIMS = "{\"sub\":\"huginn\",\"exp\":9999999999}";

	private final JwtAuthenticator authenticator = JwtAuthenticator.builder(TestJwts.settings()).build();

	@ParameterizedTest
	@ValueSource(strings = { "{\"alg\":\"HS256\"}", "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
			"{\"typ\":\"JWT\",\"alg\":\"HS256\"}", "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
			" {\n\t\"alg\" : \"HS256\"\r\n} ", "{\"\\u0061lg\":\"HS256\"}" })
	void whenHeaderIsThatOfAnAccessTokenThenAuthenticated(String header) {
		assertThat(verify(header)).isInstanceOf(Authenticated.class);
	}

	/** E8. */
	@ParameterizedTest
	@ValueSource(strings = { "none", "None", "NONE", "nOnE", "HS384", "HS512", "RS256", "ES256", "PS256", "EdDSA",
			"hs256", "HS256 ", "", "dir", "A256KW" })
	void whenAlgorithmIsNotThatOfTheKeyThenRejected(String algorithm) {
		assertRejected("{\"alg\":\"" + algorithm + "\"}", RejectionReason.WRONG_ALGORITHM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"alg\":null}", "{\"alg\":1}", "{\"alg\":[\"HS256\"]}", "{\"ALG\":\"HS256\"}" })
	void whenAlgorithmIsNotATextThenRejected(String header) {
		assertRejected(header, RejectionReason.WRONG_ALGORITHM);
	}

	/** E8. */
	@Test
	void whenSignatureIsLeftOutThenRejected() {
		String unsigned = TestJwts.encoded("{\"alg\":\"none\"}") + "." + TestJwts.encoded(CLAIMS) + ".";
		assertThat(this.authenticator.verify(unsigned)).isEqualTo(rejected(RejectionReason.MALFORMED));
	}

	/** E8. */
	@Test
	void whenPublicKeyIsUsedAsSecretThenRejected() throws Exception {
		KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
		JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(CLAIMS));
		token.sign(new MACSigner(pair.getPublic().getEncoded()));
		assertThat(this.authenticator.verify(token.serialize())).isEqualTo(rejected(RejectionReason.BAD_SIGNATURE));
	}

	/** E8. */
	@Test
	void whenSignedWithAPrivateKeyThenRejected() throws Exception {
		KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
		JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(CLAIMS));
		token.sign(new RSASSASigner(pair.getPrivate()));
		assertThat(this.authenticator.verify(token.serialize())).isEqualTo(rejected(RejectionReason.WRONG_ALGORITHM));
	}

	/** E8. */
	@Test
	void whenStrongerAlgorithmIsUsedWithTheSameSecretThenRejected() throws Exception {
		byte[] secret = (TestJwts.SECRET + TestJwts.SECRET.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
		JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS512), new Payload(CLAIMS));
		token.sign(new MACSigner(secret));
		JwtKey key = JwtKey.of(Secret.of(new String(secret, StandardCharsets.UTF_8)));
		assertThat(JwtAuthenticator.builder(JwtSettings.of(key)).build().verify(token.serialize()))
			.isEqualTo(rejected(RejectionReason.WRONG_ALGORITHM));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"jwt\"", "\"Jwt\"", "\"JOSE\"", "\"JOSE+JSON\"", "\"dpop+jwt\"", "\"logout+jwt\"",
			"\"application/at+jwt\"", "\"AT+JWT\"", "\"\"", "null", "1", "[\"JWT\"]" })
	void whenTypeIsNotThatOfAnAccessTokenThenRejected(String type) {
		assertRejected("{\"alg\":\"HS256\",\"typ\":" + type + "}", RejectionReason.WRONG_TYPE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}", "\"jku\":\"https://evil.example/jwks\"",
			"\"x5u\":\"https://evil.example/cert\"", "\"x5c\":[\"AA\"]", "\"x5t\":\"AA\"", "\"x5t#S256\":\"AA\"",
			"\"crit\":[]", "\"crit\":[\"exp\"]", "\"crit\":[\"b64\"],\"b64\":false", "\"b64\":true", "\"b64\":false",
			"\"zip\":\"DEF\"", "\"cty\":\"JWT\"", "\"enc\":\"A256GCM\"",
			"\"kid\":\"a\",\"jku\":\"https://evil.example\"", "\"anything\":1", "\"jwk\":null" })
	void whenHeaderAsksForMoreThenRejected(String member) {
		assertRejected("{\"alg\":\"HS256\"," + member + "}", RejectionReason.UNSUPPORTED_HEADER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"1\"", "\"\"", "null", "\"../../dev/null\"", "\"' OR '1'='1\"" })
	void whenHeaderNamesAKeyThenRejected(String keyId) {
		assertRejected("{\"alg\":\"HS256\",\"kid\":" + keyId + "}", RejectionReason.UNKNOWN_KEY_ID);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "null", "[]", "\"HS256\"", "{\"alg\":\"HS256\"", "{\"alg\":\"HS256\"}x",
			"{\"alg\":\"HS256\"}{}", "{\"alg\":\"none\",\"alg\":\"HS256\"}",
			"{\"alg\":\"HS256\",\"\\u0061lg\":\"HS256\"}", "{'alg':'HS256'}", "{alg:\"HS256\"}", "{\"alg\":\"HS256\",}",
			"{\"alg\":\"HS256\"/**/}", "\ufeff{\"alg\":\"HS256\"}", "{\"alg\":\"HS256\"}\u0000" })
	void whenHeaderIsNotStrictJsonThenMalformed(String header) {
		assertRejected(header, RejectionReason.MALFORMED);
	}

	@Test
	void whenHeaderBeginsLikeTheUsualOneAndGoesOnThenMalformed() {
		String usual = TestJwts.encoded(TestJwts.HEADER);
		String token = TestJwts.signedSegments(usual + TestJwts.encoded("{}x"), TestJwts.encoded(CLAIMS));
		assertThat(this.authenticator.verify(token)).isEqualTo(rejected(RejectionReason.MALFORMED));
	}

	@Test
	void whenHeaderIsDeeplyNestedThenMalformed() {
		assertRejected("{\"alg\":" + "[".repeat(3000), RejectionReason.MALFORMED);
		assertRejected("{\"alg\":" + "{\"a\":".repeat(900), RejectionReason.MALFORMED);
	}

	@Test
	void whenTokenIsEncryptedThenMalformed() throws Exception {
		JWEObject token = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(CLAIMS));
		token.encrypt(new DirectEncrypter(TestJwts.SECRET.getBytes(StandardCharsets.UTF_8)));
		assertThat(this.authenticator.verify(token.serialize())).isEqualTo(rejected(RejectionReason.MALFORMED));
	}

	@Test
	void whenTokenIsNestedThenMalformed() {
		String nested = TestJwts.signed(TestJwts.HEADER, TestJwts.signed(CLAIMS));
		assertThat(this.authenticator.verify(nested)).isEqualTo(rejected(RejectionReason.MALFORMED));
	}

	@Test
	void whenTokenIsInJsonFormThenMalformed() {
		String[] parts = TestJwts.signed(CLAIMS).split("\\.");
		String json = "{\"protected\":\"" + parts[0] + "\",\"payload\":\"" + parts[1] + "\",\"signature\":\"" + parts[2]
				+ "\"}";
		assertThat(this.authenticator.verify(json)).isEqualTo(rejected(RejectionReason.MALFORMED));
	}

	private AuthenticationResult verify(String header) {
		return this.authenticator.verify(TestJwts.signed(header, CLAIMS));
	}

	private void assertRejected(String header, RejectionReason reason) {
		assertThat(verify(header)).isEqualTo(rejected(reason));
	}

	private static AuthenticationResult rejected(RejectionReason reason) {
		return AuthenticationResult.rejected(reason);
	}

}
