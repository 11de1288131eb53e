package dev.authgate.jwt.key;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestKeys;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyRingTests {

	private static final Instant T = Instant.parse("2026-06-01T00:00:00Z");

	private final JwtKey old = TestKeys.key(JwtAlgorithm.HS256).withId("old").withRetireAt(T.plusSeconds(60));

	private final JwtKey next = TestKeys.key(JwtAlgorithm.ES256).withId("next").withSignFrom(T);

	private final KeyRing ring = KeyRing.of(List.of(this.old, this.next));

	@Test
	void whenKeyHasBegunThenItSigns() {
		assertThat(this.ring.signingKey(at(-1))).isSameAs(this.old);
		assertThat(this.ring.signingKey(at(0))).isSameAs(this.next);
		assertThat(headerOf(this.ring.sign("{}", at(0)))).contains("\"kid\":\"next\"", "\"alg\":\"ES256\"");
	}

	@Test
	void whenKeyWillBeginThenItVerifiesAlready() throws Exception {
		String token = this.ring.sign("{}", at(0));
		this.ring.verify(CompactToken.parse(token), at(-3600));
		assertThat(this.ring.verifyingKeys(at(-3600))).containsExactlyInAnyOrder(this.old, this.next);
	}

	@Test
	void whenKeyRetiresThenItNeitherSignsNorVerifies() throws Exception {
		String token = this.ring.sign("{}", at(-1));
		this.ring.verify(CompactToken.parse(token), at(59));
		assertRefused(this.ring, token, at(60), RejectionReason.UNKNOWN_KEY_ID);
		assertRefused(this.ring, TestJwts.signed("{\"alg\":\"HS256\",\"kid\":\"old\"}", "{}"), at(60),
				RejectionReason.UNKNOWN_KEY_ID);
		assertThat(this.ring.verifyingKeys(at(60))).containsExactly(this.next);
	}

	@Test
	void whenKeyIsReadAnewThenItsTokensCount() {
		KeyPair pair = TestKeys.pair(JwtAlgorithm.ES256);
		JwtKey again = JwtKey.of(pair.getPublic(), JwtAlgorithm.ES256).withId("next");
		assertThat(KeyRing.of(again).verifiesWith(this.next, at(0))).isTrue();
	}

	@Test
	void whenAnotherKeyHasTheIdThenTokensOfTheFormerDoNotCount() {
		KeyPair other = TestKeys.another(JwtAlgorithm.ES256);
		JwtKey exchanged = JwtKey.of(other.getPublic(), JwtAlgorithm.ES256).withId("next");
		assertThat(KeyRing.of(exchanged).verifiesWith(this.next, at(0))).isFalse();
		assertThat(KeyRing.of(TestKeys.key(JwtAlgorithm.HS256).withId("next")).verifiesWith(this.next, at(0)))
			.isFalse();
	}

	@Test
	void whenKeyHasRetiredThenItsTokensDoNotCount() {
		assertThat(this.ring.verifiesWith(this.old, at(59))).isTrue();
		assertThat(this.ring.verifiesWith(this.old, at(60))).isFalse();
		assertThat(KeyRing.of(this.next).verifiesWith(this.old, at(0))).isFalse();
	}

	@Test
	void whenTokenNamesAKeyThenFound() throws Exception {
		assertThat(this.ring.keyOf(CompactToken.parse(this.ring.sign("{}", at(0))))).isSameAs(this.next);
		assertThat(this.ring.keyOf(CompactToken.parse(TestJwts.signed("{\"alg\":\"HS256\",\"kid\":\"old\"}", "{}"))))
			.isSameAs(this.old);
	}

	@Test
	void whenTokenNamesNoKeyOfTheRingThenRefused() throws Exception {
		CompactToken token = CompactToken.parse(TestJwts.signed("{\"alg\":\"HS256\",\"kid\":\"x\"}", "{}"));
		assertThatExceptionOfType(RefusedTokenException.class).isThrownBy(() -> this.ring.keyOf(token))
			.extracting(RefusedTokenException::reason)
			.isEqualTo(RejectionReason.UNKNOWN_KEY_ID);
	}

	@Test
	void whenLastKeyRetiresThenNothingIsSigned() {
		KeyRing ring = KeyRing.of(this.old);
		assertThat(ring.signingKey(at(60))).isNull();
		assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> ring.sign("{}", at(60)));
	}

	@Test
	void whenFirstKeyHasNotBegunThenNothingIsSigned() {
		assertThat(KeyRing.of(this.next).signingKey(at(-1))).isNull();
	}

	@Test
	void whenKeyIsPublicThenItNeverSigns() {
		KeyRing ring = KeyRing.of(publicKey("a"));
		assertThat(ring.canSign()).isFalse();
		assertThat(ring.signingKey(at(0))).isNull();
		assertThat(this.ring.canSign()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void whenOnlyPublicPartIsKnownThenTokensVerify(JwtAlgorithm algorithm) throws Exception {
		JwtKey key = TestKeys.key(algorithm).withId("a");
		JwtKey known = algorithm.symmetric() ? key : JwtKey.of(TestKeys.pair(algorithm).getPublic(), algorithm);
		KeyRing.of(known.withId("a")).verify(CompactToken.parse(key.sign("{}")), at(0));
	}

	@Test
	void whenTokenNamesNoKeyThenKeyWithoutIdAlone() throws Exception {
		JwtKey unnamed = TestKeys.key(JwtAlgorithm.HS256);
		KeyRing.of(List.of(unnamed, this.next)).verify(CompactToken.parse(unnamed.sign("{}")), at(0));
		assertRefused(KeyRing.of(unnamed.withId("a")), unnamed.sign("{}"), at(0), RejectionReason.UNKNOWN_KEY_ID);
	}

	/** E9. */
	@Test
	void whenTokenNamesAnotherKeyThenRefused() {
		JwtKey key = TestKeys.key(JwtAlgorithm.ES256);
		assertRefused(KeyRing.of(key.withId("a")), key.withId("b").sign("{}"), at(0), RejectionReason.UNKNOWN_KEY_ID);
		assertRefused(KeyRing.of(key), key.withId("a").sign("{}"), at(0), RejectionReason.UNKNOWN_KEY_ID);
	}

	/** E2. */
	@Test
	void whenTokenNamesKeyThatDidNotSignItThenRefused() {
		JwtKey one = TestKeys.key(JwtAlgorithm.RS256).withId("one");
		JwtKey other = TestKeys.key(JwtAlgorithm.ES256).withId("other").withSignFrom(T);
		String token = TestKeys.key(JwtAlgorithm.ES256).withId("one").sign("{}");
		assertRefused(KeyRing.of(List.of(one, other)), token, at(0), RejectionReason.WRONG_ALGORITHM);
	}

	/** E8. */
	@Test
	void whenFamilyIsTheSameAndAlgorithmIsNotThenRefused() {
		JwtKey key = TestKeys.key(JwtAlgorithm.PS256);
		assertRefused(KeyRing.of(key), TestKeys.key(JwtAlgorithm.RS256).sign("{}"), at(0),
				RejectionReason.WRONG_ALGORITHM);
	}

	/** E8. */
	@Test
	void whenSignedWithThePublicKeyAsSecretThenRefused() throws Exception {
		JwtKey key = TestKeys.key(JwtAlgorithm.RS256).withId("a");
		byte[] known = TestKeys.pair(JwtAlgorithm.RS256).getPublic().getEncoded();
		String forged = TestJwts.signed("{\"alg\":\"HS256\",\"kid\":\"a\"}", "{}", known);
		assertRefused(KeyRing.of(key), forged, at(0), RejectionReason.WRONG_ALGORITHM);
	}

	/** E8. */
	@Test
	void whenAlgorithmIsNoneThenRefused() {
		String forged = TestJwts.encoded("{\"alg\":\"none\",\"kid\":\"old\"}") + "." + TestJwts.encoded("{}") + ".AA";
		assertRefused(this.ring, forged, at(0), RejectionReason.WRONG_ALGORITHM);
	}

	@Test
	void whenThereIsNoKeyThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(List.of())).withMessage("There is no key");
	}

	@Test
	void whenTwoKeysHaveOneIdThenRefused() {
		assertRefused("Two keys have the id 'a'", this.old.withId("a"), this.next.withId("a"));
	}

	@Test
	void whenSeveralKeysHaveNoIdThenRefused() {
		assertRefused("Several keys have no id; only one may have none, and verifies the tokens that name no key",
				this.old.withId(null), this.next.withId(null));
	}

	@Test
	void whenKeyRetiresBeforeItSignsThenRefused() {
		assertRefused("The key 'next' retires at " + T + ", and would sign from " + T, this.next.withRetireAt(T));
	}

	@Test
	void whenTwoKeysBeginTogetherThenRefused() {
		assertRefused(
				"The key 'old' and the key 'next' begin to sign at the same time, and only one signs; give one a later time"
						+ " to sign from",
				this.old, this.next.withSignFrom(null));
	}

	@Test
	void whenNoKeySignsForATimeThenRefused() {
		assertRefused("The key 'old' retires at 2026-06-01T00:01:00Z, and no key signs until the key 'next'"
				+ " does from 2026-06-01T00:01:01Z", this.old, this.next.withSignFrom(T.plusSeconds(61)));
		assertThat(KeyRing.of(List.of(this.old, this.next.withSignFrom(T.plusSeconds(60)))).canSign()).isTrue();
	}

	@Test
	void whenPublicKeyShouldSignThenRefused() {
		assertRefused("The key 'a' is a public key, which never signs, and has a time to sign from",
				publicKey("a").withSignFrom(T));
	}

	private static JwtKey publicKey(@Nullable String id) {
		return JwtKey.of(TestKeys.pair(JwtAlgorithm.ES256).getPublic(), JwtAlgorithm.ES256).withId(id);
	}

	private static Clock at(long seconds) {
		return Clock.fixed(T.plusSeconds(seconds), ZoneOffset.UTC);
	}

	private static String headerOf(String token) {
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
	}

	private static void assertRefused(KeyRing ring, String token, Clock clock, RejectionReason reason) {
		assertThatExceptionOfType(RefusedTokenException.class)
			.isThrownBy(() -> ring.verify(CompactToken.parse(token), clock))
			.extracting(RefusedTokenException::reason)
			.isEqualTo(reason);
	}

	private static void assertRefused(String message, JwtKey... keys) {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(List.of(keys))).withMessage(message);
	}

}
