package dev.authgate.jwt;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.contract.TestJwts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JwtFuzzTests {

	private static final String CLAIMS = "{\"sub\":\"huginn\",\"exp\":9999999999,\"role\":[\"user\"],"
			+ "\"permissions\":{\"files\":[\"read\"]},\"x\":-1.5e3,\"y\":\"\\u00e9\\n\",\"z\":[null,true,{}]}";

	private static final String TOKEN = TestJwts.signed(CLAIMS);

	private final JwtAuthenticator authenticator = JwtAuthenticator.builder(TestJwts.settings()).build();

	/** E15. */
	@Test
	void whenAnyCharacterIsReplacedThenNothingElseIsAccepted() {
		Set<String> accepted = new HashSet<>();
		for (int position = 0; position < TOKEN.length(); position++) {
			for (char c = 0; c < 0x180; c++) {
				keepIfAccepted(TOKEN.substring(0, position) + c + TOKEN.substring(position + 1), accepted);
			}
		}
		assertThat(accepted).containsExactly(TOKEN);
	}

	/** E15. */
	@Test
	void whenAnyPartIsCutOrDoubledThenNothingElseIsAccepted() {
		Set<String> accepted = new HashSet<>();
		for (int from = 0; from <= TOKEN.length(); from++) {
			keepIfAccepted(TOKEN.substring(0, from), accepted);
			keepIfAccepted(TOKEN.substring(from), accepted);
			keepIfAccepted(TOKEN.substring(0, from) + TOKEN.substring(Math.min(from + 1, TOKEN.length())), accepted);
			keepIfAccepted(TOKEN.substring(0, from) + TOKEN.substring(from / 2), accepted);
		}
		assertThat(accepted).containsExactly(TOKEN);
	}

	@Test
	void whenSignedClaimsAreAnyBytesThenNothingIsThrown() {
		Random random = new Random(42);
		int accepted = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] claims = mutated(CLAIMS.getBytes(StandardCharsets.UTF_8), random);
			String token = TestJwts.signedSegments(TestJwts.encoded(TestJwts.HEADER), TestJwts.encoded(claims));
			accepted += (this.authenticator.verify(token) instanceof Authenticated) ? 1 : 0;
		}
		assertThat(accepted).isBetween(1, 19_999);
	}

	@Test
	void whenHeaderIsAnyBytesThenNothingIsThrown() {
		Random random = new Random(43);
		int accepted = 0;
		for (int i = 0; i < 20_000; i++) {
			byte[] header = mutated(TestJwts.HEADER.getBytes(StandardCharsets.UTF_8), random);
			String token = TestJwts.signedSegments(TestJwts.encoded(header), TestJwts.encoded(CLAIMS));
			accepted += (this.authenticator.verify(token) instanceof Authenticated) ? 1 : 0;
		}
		assertThat(accepted).isBetween(1, 19_999);
	}

	private void keepIfAccepted(String token, Set<String> accepted) {
		if (this.authenticator.verify(token) instanceof Authenticated) {
			accepted.add(token);
		}
	}

	private static byte[] mutated(byte[] bytes, Random random) {
		byte[] mutated = bytes.clone();
		for (int changes = random.nextInt(3); changes >= 0; changes--) {
			mutated[random.nextInt(mutated.length)] = (byte) interesting(random);
		}
		return mutated;
	}

	private static int interesting(Random random) {
		String likely = "{}[]\",:\\ \t\n0123456789eE+-.truefalsn/*'#";
		return random.nextBoolean() ? likely.charAt(random.nextInt(likely.length())) : random.nextInt(256);
	}

}
