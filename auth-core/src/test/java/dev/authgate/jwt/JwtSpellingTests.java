package dev.authgate.jwt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JwtSpellingTests {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private static final String HEADER = TestJwts.encoded("{\"alg\":\"HS256\"}");

	// Its base64url has both characters that the standard alphabet spells otherwise.
	private static final String CLAIMS = TestJwts
		.encoded("{\"sub\":\"h~~?~~>\",\"exp\":9999999999,\"x\":\"\u00ff\u00fe\"}");

	private static final String TOKEN = TestJwts.signedSegments(HEADER, CLAIMS);

	private final JwtAuthenticator authenticator = JwtAuthenticator.builder(TestJwts.settings()).build();

	@Test
	void whenSpelledAsIssuedThenAuthenticated() {
		assertThat(this.authenticator.verify(TOKEN)).isInstanceOf(Authenticated.class);
	}

	@Test
	void whenSegmentIsPaddedThenMalformed() {
		for (String padding : List.of("=", "==", "%3D", "%3d%3d")) {
			assertMalformed(TOKEN + padding);
			assertMalformed(TestJwts.signedSegments(HEADER + padding, CLAIMS));
			assertMalformed(TestJwts.signedSegments(HEADER, CLAIMS + padding));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\t", "\n", "\r", "\0", "\u00a0", "\u200b", "\ufeff", "\"", "'", "!", "*", "~", ",",
			"é", "\u212a", "\ud83d\ude00", "\ud800", "\u0141" })
	void whenForeignCharacterIsAddedThenMalformed(String foreign) {
		for (int position = 0; position <= TOKEN.length(); position++) {
			assertMalformed(TOKEN.substring(0, position) + foreign + TOKEN.substring(position));
		}
	}

	@Test
	void whenForeignCharacterIsSignedAsWellThenMalformed() {
		for (String foreign : List.of(" ", "\n", "*", "=", "é")) {
			assertMalformed(TestJwts.signedSegments(HEADER + foreign, CLAIMS));
			assertMalformed(TestJwts.signedSegments(HEADER, CLAIMS.substring(0, 7) + foreign + CLAIMS.substring(7)));
		}
	}

	@Test
	void whenStandardAlphabetIsUsedThenMalformed() {
		assertThat(CLAIMS).contains("-").contains("_");
		assertMalformed(TestJwts.signedSegments(HEADER, CLAIMS.replace('-', '+')));
		assertMalformed(TestJwts.signedSegments(HEADER, CLAIMS.replace('_', '/')));
		assertMalformed(TOKEN.replace('-', '+').replace('_', '/'));
	}

	@Test
	void whenLastCharacterOfTheSignatureDiffersThenRejected() {
		assertThat(otherEndingsOf(TOKEN)).hasSize(63).noneMatch((token) -> isAuthenticated(token));
	}

	@Test
	void whenUnusedBitsOfTheSignatureAreSetThenMalformed() {
		char last = TOKEN.charAt(TOKEN.length() - 1);
		for (int bits = 1; bits <= 3; bits++) {
			assertMalformed(TOKEN.substring(0, TOKEN.length() - 1) + ALPHABET.charAt(ALPHABET.indexOf(last) + bits));
		}
	}

	@Test
	void whenUnusedBitsOfASignedSegmentAreSetThenMalformed() {
		String two = TestJwts.encoded("{\"sub\":\"a\",\"exp\":9999999999,\"x\":\"\"}");
		String one = TestJwts.encoded("{\"sub\":\"a\",\"exp\":9999999999,\"x\":\"12\"}");
		assertThat(List.of(two.length() % 4, one.length() % 4)).containsExactlyInAnyOrder(2, 3);
		for (String claims : List.of(one, two)) {
			assertThat(this.authenticator.verify(TestJwts.signedSegments(HEADER, claims)))
				.isInstanceOf(Authenticated.class);
			char next = ALPHABET.charAt(ALPHABET.indexOf(claims.charAt(claims.length() - 1)) + 1);
			assertMalformed(TestJwts.signedSegments(HEADER, claims.substring(0, claims.length() - 1) + next));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "...", "a", "a.b", "aa.aa", ".aa.aa", "aa..aa", "aa.aa.", "aa.aa.aa.",
			".aa.aa.aa", "aa.aa.aa.aa", "aa.aa.aa.aa.aa", "aaaaa.aa.aa", "aa.aaaaa.aa", "aa.aa.aaaaa" })
	void whenThereAreNotThreeWholeSegmentsThenMalformed(String token) {
		assertMalformed(token);
	}

	@Test
	void whenSegmentHasALengthThatNoEncodingHasThenMalformed() {
		assertThat(List.of(HEADER.length() % 4, CLAIMS.length() % 4)).containsExactly(0, 0);
		assertMalformed(TestJwts.signedSegments(HEADER + "A", CLAIMS));
		assertMalformed(TestJwts.signedSegments(HEADER, CLAIMS + "A"));
		assertMalformed(TOKEN + "AA");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", ":", " ", "!", "..", "\u3002", "\u2024" })
	void whenSegmentsAreSeparatedOtherwiseThenMalformed(String separator) {
		int last = TOKEN.lastIndexOf('.');
		assertMalformed(TOKEN.substring(0, last) + separator + TOKEN.substring(last + 1));
		assertMalformed(TOKEN.replaceFirst("\\.", separator));
	}

	@Test
	void whenLongerThanTheLimitThenMalformed() {
		assertMalformed(TOKEN + "A".repeat(8192));
		assertMalformed("A".repeat(100_000) + ".AAAA.AAAA");
	}

	@Test
	void whenAsLongAsTheLimitThenAuthenticated() {
		String claims = "{\"sub\":\"a\",\"exp\":9999999999,\"x\":\"" + "y".repeat(6060) + "\"}";
		String longest = TestJwts.signed("{\"alg\":\"HS256\"}", claims);
		assertThat(longest).hasSize(8192);
		assertThat(this.authenticator.verify(longest)).isInstanceOf(Authenticated.class);
	}

	@Test
	void whenClaimsAreNotUtf8ThenMalformed() {
		for (byte[] bytes : List.of(new byte[] { (byte) 0xff }, new byte[] { (byte) 0xc0, (byte) 0xaf },
				new byte[] { (byte) 0xed, (byte) 0xa0, (byte) 0x80 }, new byte[] { (byte) 0xe2, (byte) 0x82 },
				new byte[] { (byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80 })) {
			assertMalformed(TestJwts.signedSegments(HEADER, TestJwts.encoded(inClaims(bytes))));
		}
	}

	@Test
	void whenClaimsHaveTheReplacementCharacterThenAuthenticated() {
		byte[] bytes = { (byte) 0xef, (byte) 0xbf, (byte) 0xbd };
		assertThat(this.authenticator.verify(TestJwts.signedSegments(HEADER, TestJwts.encoded(inClaims(bytes)))))
			.isInstanceOf(Authenticated.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"sub\":\"a\",\"sub\":\"b\",\"exp\":9999999999}",
			"{\"sub\":\"a\",\"exp\":1,\"exp\":9999999999}",
			"{\"sub\":\"a\",\"exp\":9999999999,\"x\":{\"y\":1,\"y\":2}}",
			"{\"sub\":\"a\",\"exp\":9999999999,\"x\":[{\"y\":1,\"\\u0079\":2}]}" })
	void whenMemberStandsTwiceThenMalformed(String claims) {
		assertMalformed(TestJwts.signed(claims));
	}

	private void assertMalformed(String token) {
		assertThat(this.authenticator.verify(token)).as(token)
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.MALFORMED));
	}

	private boolean isAuthenticated(String token) {
		return this.authenticator.verify(token) instanceof Authenticated;
	}

	private static List<String> otherEndingsOf(String token) {
		List<String> others = new ArrayList<>();
		for (char c : ALPHABET.toCharArray()) {
			if (c != token.charAt(token.length() - 1)) {
				others.add(token.substring(0, token.length() - 1) + c);
			}
		}
		return others;
	}

	private static byte[] inClaims(byte[] bytes) {
		byte[] before = "{\"sub\":\"a\",\"exp\":9999999999,\"x\":\"".getBytes(StandardCharsets.US_ASCII);
		byte[] claims = Arrays.copyOf(before, before.length + bytes.length + 2);
		System.arraycopy(bytes, 0, claims, before.length, bytes.length);
		claims[claims.length - 2] = '"';
		claims[claims.length - 1] = '}';
		return claims;
	}

}
