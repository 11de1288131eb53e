package dev.authgate.jwt.remote;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.VerificationKey;
import dev.authgate.jwt.token.JsonParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JwkReaderTests {

	private static final Set<JwtAlgorithm> ASYMMETRIC = KeySource.asymmetric();

	private static final TestIssuerKey RSA = TestIssuerKey.rsa("r1", 2048);

	private static final TestIssuerKey EC = TestIssuerKey.ec("e1");

	private static final TestIssuerKey EDWARDS = TestIssuerKey.edwards("d1");

	@Test
	void whenKeyNamesItsAlgorithmThenUsedWithThatOneOnly() throws Exception {
		assertThat(algorithms("r1", RSA.jwk())).containsExactly(JwtAlgorithm.RS256);
	}

	@Test
	void whenKeyNamesNoAlgorithmThenUsedWithAllowedOnesOfItsKind() throws Exception {
		assertThat(algorithms("r1", RSA.jwk(""))).containsExactlyInAnyOrder(JwtAlgorithm.RS256, JwtAlgorithm.RS384,
				JwtAlgorithm.RS512, JwtAlgorithm.PS256, JwtAlgorithm.PS384, JwtAlgorithm.PS512);
		assertThat(algorithms("e1", EC.jwk(""))).containsExactly(JwtAlgorithm.ES256);
		assertThat(algorithms("d1", EDWARDS.jwk(""))).containsExactly(JwtAlgorithm.EDDSA);
	}

	@Test
	void whenAlgorithmIsNotAllowedThenKeyIsIgnored() throws Exception {
		JwkReader reader = new JwkReader(EnumSet.of(JwtAlgorithm.ES256));
		KeySet keys = reader.read(set(RSA.jwk(), EC.jwk()));
		assertThat(keys.find("r1")).isEmpty();
		assertThat(keys.find("e1")).hasSize(1);
	}

	@Test
	void whenSignatureIsOfTheKeyThenVerifies() throws Exception {
		for (TestIssuerKey key : List.of(RSA, EC, EDWARDS)) {
			String[] token = key.token("{}").split("\\.");
			VerificationKey read = read(key.jwk()).find(key.id()).get(0);
			assertThat(read.verifies((token[0] + "." + token[1]).getBytes(), token[2])).isTrue();
			assertThat(read.verifies((token[0] + ".e30x").getBytes(), token[2])).isFalse();
		}
	}

	/** E8. */
	@Test
	void whenKeyIsSymmetricThenIgnored() throws Exception {
		assertUnusable("{\"kty\":\"oct\",\"kid\":\"r1\",\"alg\":\"HS256\",\"k\":\"bVQ0dlo5cEwycVh3SzdzQmQ1Umo\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"use\":\"enc\",", "\"alg\":\"RSA-OAEP\",", "\"key_ops\":[\"encrypt\"],",
			"\"key_ops\":[],", "\"alg\":\"HS256\",", "\"alg\":\"none\",", "\"use\":7," })
	void whenKeyIsForSomethingElseThenIgnored(String members) {
		assertUnusable(RSA.jwk(members));
	}

	@Test
	void whenKeyMayVerifyThenUsed() throws Exception {
		assertThat(algorithms("e1", EC.jwk("\"key_ops\":[\"verify\"],"))).hasSize(1);
	}

	@Test
	void whenRsaKeyIsShortThenIgnored() {
		assertUnusable(TestIssuerKey.rsa("r1", 1024).jwk());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "7", "null", "\"key\"", "{\"kty\":\"RSA\"}", "{\"kty\":\"XYZ\",\"kid\":\"a\"}",
			"{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQ\"}",
			"{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}",
			"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQ\"}", "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AQ\"}",
			"{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AQ\",\"y\":\"AQ\"}" })
	void whenMemberIsNoKeyThenIgnoredBesideGoodOnes(String member) throws Exception {
		assertUnusable(member);
		assertThat(read(member, EC.jwk()).find("e1")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"keys\":7}", "{\"keys\":null}", "{\"keys\":{}}" })
	void whenDocumentHasNoKeysThenRefused(String document) {
		assertThatExceptionOfType(FetchException.class)
			.isThrownBy(() -> new JwkReader(ASYMMETRIC).read(JsonParser.parseObject(document)))
			.withMessageContaining("no key set");
	}

	@Test
	void whenSetIsEmptyThenRefused() {
		assertThatExceptionOfType(FetchException.class).isThrownBy(JwkReaderTests::read)
			.withMessageContaining("without a usable key");
	}

	@Test
	void whenThereAreMoreThanHundredKeysThenRefused() throws Exception {
		String[] keys = new String[101];
		java.util.Arrays.setAll(keys, (i) -> EC.jwk());
		assertThatExceptionOfType(FetchException.class).isThrownBy(() -> read(keys))
			.withMessageContaining("more than 100 keys");
		assertThat(read(java.util.Arrays.copyOf(keys, 100)).find("e1")).hasSize(100);
	}

	@Test
	void whenTokenNamesNoKeyThenOnlyKeyIsFound() throws Exception {
		assertThat(read(EC.jwk()).find(null)).hasSize(1);
		assertThat(read(EC.bareJwk()).find(null)).hasSize(1);
		assertThat(read(EC.jwk(), EDWARDS.jwk()).find(null)).isEmpty();
	}

	@Test
	void whenKeyHasNoIdThenNotFoundByAnyId() throws Exception {
		assertThat(read(EC.bareJwk()).find("e1")).isEmpty();
	}

	@Test
	void whenTwoKeysHaveOneIdThenBothAreFound() throws Exception {
		assertThat(read(EC.jwk(), TestIssuerKey.edwards("e1").jwk()).find("e1")).hasSize(2);
	}

	private static void assertUnusable(String member) {
		assertThatExceptionOfType(FetchException.class).isThrownBy(() -> read(member))
			.withMessageContaining("without a usable key");
	}

	private static List<JwtAlgorithm> algorithms(String id, String member) throws Exception {
		return read(member).find(id).stream().map(VerificationKey::algorithm).toList();
	}

	private static KeySet read(String... members) throws Exception {
		return new JwkReader(ASYMMETRIC).read(set(members));
	}

	private static Map<String, @Nullable Object> set(String... members) throws Exception {
		return JsonParser.parseObject("{\"keys\":[" + String.join(",", members) + "]}");
	}

}
