package dev.authgate.jwt;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestRandom;
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
		AtomicInteger accepted = new AtomicInteger();
		TestRandom.rounds((random) -> {
			byte[] claims = mutated(CLAIMS.getBytes(StandardCharsets.UTF_8), random);
			countIfAccepted(TestJwts.encoded(TestJwts.HEADER), TestJwts.encoded(claims), accepted);
		});
		assertThat(accepted).hasValueGreaterThan(0);
	}

	@Test
	void whenHeaderIsAnyBytesThenNothingIsThrown() {
		AtomicInteger accepted = new AtomicInteger();
		TestRandom.rounds((random) -> {
			byte[] header = mutated(TestJwts.HEADER.getBytes(StandardCharsets.UTF_8), random);
			countIfAccepted(TestJwts.encoded(header), TestJwts.encoded(CLAIMS), accepted);
		});
		assertThat(accepted).hasValueGreaterThan(0);
	}

	private void countIfAccepted(String header, String claims, AtomicInteger accepted) {
		if (this.authenticator.verify(TestJwts.signedSegments(header, claims)) instanceof Authenticated) {
			accepted.incrementAndGet();
		}
	}

	private void keepIfAccepted(String token, Set<String> accepted) {
		if (this.authenticator.verify(token) instanceof Authenticated) {
			accepted.add(token);
		}
	}

	private static byte[] mutated(byte[] bytes, TestRandom random) {
		byte[] mutated = bytes.clone();
		for (int changes = random.number(3); changes >= 0; changes--) {
			mutated[random.number(mutated.length)] = (byte) interesting(random);
		}
		return mutated;
	}

	private static int interesting(TestRandom random) {
		String likely = "{}[]\",:\\ \t\n0123456789eE+-.truefalsn/*'#";
		return random.number(2) == 0 ? likely.charAt(random.number(likely.length())) : random.number(256);
	}

}
