package dev.authgate.jwt;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Random;
import java.util.Set;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestKeys;
import dev.authgate.jwt.key.JwtAlgorithm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever we accept another library accepts as well (E2, E8, E15).
 */
class JwtDifferentialTests {

	private static final String CLAIMS = "{\"sub\":\"huginn\",\"exp\":9999999999,\"role\":[\"user\"],\"x\":[1,{}]}";

	private static final int MUTANTS = 600;

	private final Random random = new Random(44);

	@ParameterizedTest
	@EnumSource
	void whenTokenIsMutatedThenWeAreNeverLessStrict(JwtAlgorithm algorithm) {
		Judge ours = ours(algorithm);
		Judge theirs = (algorithm == JwtAlgorithm.EDDSA) ? platform() : nimbus(algorithm);
		String header = "{\"alg\":\"" + algorithm.headerName() + "\",\"typ\":\"at+jwt\"}";
		String good = signed(algorithm, header, CLAIMS);
		assertThat(ours.accepts(good) && theirs.accepts(good)).isTrue();
		for (int i = 0; i < MUTANTS; i++) {
			String mutant = switch (i % 3) {
				case 0 -> mutated(good);
				case 1 -> signed(algorithm, mutated(header), CLAIMS);
				default -> signed(algorithm, header, mutated(CLAIMS));
			};
			assertThat(!ours.accepts(mutant) || theirs.accepts(mutant)).as(mutant).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenHeaderNamesAnotherAlgorithmThenBothRefuse(JwtAlgorithm algorithm) {
		Judge ours = ours(algorithm);
		for (JwtAlgorithm other : JwtAlgorithm.values()) {
			if (other != algorithm) {
				String header = "{\"alg\":\"" + other.headerName() + "\"}";
				assertThat(ours.accepts(signed(algorithm, header, CLAIMS))).isFalse();
				assertThat(ours.accepts(signed(other, header, CLAIMS))).isFalse();
			}
		}
	}

	private static Judge ours(JwtAlgorithm algorithm) {
		JwtAuthenticator authenticator = JwtAuthenticator.builder(JwtSettings.of(TestKeys.key(algorithm))).build();
		return (token) -> authenticator.verify(token) instanceof Authenticated;
	}

	private static Judge nimbus(JwtAlgorithm algorithm) {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSTypeVerifier(
				new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
		processor.setJWSKeySelector(new SingleKeyJWSKeySelector<>(JWSAlgorithm.parse(algorithm.headerName()),
				algorithm.symmetric() ? new ImmutableSecret<>(TestKeys.SECRET.getBytes()).getSecretKey()
						: TestKeys.pair(algorithm).getPublic()));
		return (token) -> processor.process(token, null) != null;
	}

	// The other library needs yet another one for this algorithm.
	private static Judge platform() {
		return (token) -> {
			SignedJWT jwt = SignedJWT.parse(token);
			Signature signature = Signature.getInstance("Ed25519");
			signature.initVerify(TestKeys.pair(JwtAlgorithm.EDDSA).getPublic());
			signature.update(jwt.getSigningInput());
			return jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.EdDSA)
					&& signature.verify(jwt.getSignature().decode());
		};
	}

	private static String signed(JwtAlgorithm algorithm, String header, String claims) {
		String input = TestJwts.encoded(header) + "." + TestJwts.encoded(claims);
		return input + "." + TestJwts.encoded(TestKeys.signature(algorithm, input.getBytes(StandardCharsets.US_ASCII)));
	}

	private String mutated(String text) {
		StringBuilder mutated = new StringBuilder(text);
		String likely = "{}[]\",:\\.- 019aAeEzZ_=\n\u00e9";
		for (int changes = this.random.nextInt(2); changes >= 0; changes--) {
			char c = likely.charAt(this.random.nextInt(likely.length()));
			mutated.setCharAt(this.random.nextInt(mutated.length()), c);
		}
		return mutated.toString();
	}

	private interface Judge {

		boolean judge(String token) throws Exception;

		default boolean accepts(String token) {
			try {
				return judge(token);
			}
			catch (Exception ex) {
				return false;
			}
		}

	}

}
