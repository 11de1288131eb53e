package dev.authgate.spring.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import com.nimbusds.jwt.SignedJWT;
import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signed tokens over a real connection.
 */
@WorkspaceTest
class TokenHttpTests {

	private static final String TOKEN = TestTokens.with((claims) -> claims.claim("tenant", "blue"));

	@LocalServerPort
	private int port;

	@Autowired
	private JwtIssuer issuer;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = Wire.to(this.port);
	}

	/**
	 * E14, E16: what we issue is taken for 24 hours, names its user by a text and has the
	 * role {@code user}.
	 */
	@Test
	void whenTokenIsIssuedThenTaken() throws Exception {
		String token = this.issuer.issue(AuthUser.of("42", "threads:read"));
		var claims = SignedJWT.parse(token).getJWTClaimsSet();
		assertThat(claims.getClaims()).containsEntry("sub", "42").containsEntry("role", "user");
		assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
			.isEqualTo(Duration.ofHours(24));
		assertThat(bearer(token).body()).isEqualTo("{\"id\":\"42\",\"data\":{},\"permissions\":[\"threads:read\"]}");
		assertThat(this.wire.send("GET /api/caller", "Authorization: Bearer " + token).body()).contains("[\"user\"]");
	}

	/**
	 * E14: claims without a meaning become the user's data.
	 */
	@Test
	void whenTokenHasOtherClaimsThenUserData() {
		assertThat(bearer(TOKEN).body())
			.isEqualTo("{\"id\":\"tina\",\"data\":{\"tenant\":\"blue\"},\"permissions\":[]}");
	}

	/**
	 * B6, B7: the scheme in any case, then one or more spaces.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "bearer ", "BEARER ", "Bearer   " })
	void whenSchemeIsSpeltDifferentlyThenTaken(String scheme) {
		assertThat(this.wire.send("GET /api/user", "Authorization: " + scheme + TOKEN).status()).isEqualTo(200);
	}

	/**
	 * E1, E2, E5, E8, E11, E12, E15, E16: every other token has one answer.
	 */
	@ParameterizedTest
	@MethodSource
	void whenTokenIsNotOursThenSameAnswer(String token) {
		Reply reply = bearer(token);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
				+ "\"detail\":\"The credentials are invalid or expired.\",\"code\":\"invalid_credentials\"}");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
	}

	static Stream<String> whenTokenIsNotOursThenSameAnswer() {
		String payload = "{\"sub\":\"tina\",\"exp\":" + (Instant.now().getEpochSecond() + 60) + "}";
		String unsigned = TestTokens.encode("{\"alg\":\"none\"}") + "." + TestTokens.encode(payload) + ".";
		String[] parts = TOKEN.split("\\.");
		return Stream.of(expiringIn(-3600), TestTokens.with((claims) -> claims.expirationTime(null)),
				TestTokens.with((claims) -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(3600)))),
				TestTokens.with((claims) -> claims.subject(null)), TestTokens.with((claims) -> claims.claim("sub", 42)),
				TestTokens.with((claims) -> claims.subject("")), unsigned + parts[2],
				TestTokens.signed("{\"alg\":\"none\"}", payload), TestTokens.signed("{\"alg\":\"RS256\"}", payload),
				TestTokens.signed("{\"alg\":\"HS512\"}", payload),
				TestTokens.signed("{\"alg\":\"HS256\",\"crit\":[\"exp\"]}", payload),
				TestTokens.signed("{\"alg\":\"HS256\",\"jwk\":{}}", payload),
				parts[0] + "." + TestTokens.encode(payload.replace("tina", "root")) + "." + parts[2],
				parts[0] + "." + parts[1] + "." + parts[2].replace(parts[2].charAt(0), 'A'));
	}

	/**
	 * B13, E15: a token has one spelling; no other is taken.
	 */
	@ParameterizedTest
	@MethodSource
	void whenTokenIsSpeltDifferentlyThenUnauthorized(String credentials) {
		assertThat(this.wire.send("GET /api/user", "Authorization: Bearer " + credentials).status()).isEqualTo(401);
	}

	static Stream<String> whenTokenIsSpeltDifferentlyThenUnauthorized() {
		String[] parts = TOKEN.split("\\.");
		int last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
			.indexOf(TOKEN.charAt(TOKEN.length() - 1));
		Stream<String> looseBits = Stream.of(1, 2, 3)
			.map((bits) -> TOKEN.substring(0, TOKEN.length() - 1)
					+ "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(last ^ bits));
		return Stream.concat(looseBits,
				Stream.of(TOKEN + "=", TOKEN + "==", parts[0] + "=." + parts[1] + "." + parts[2], TOKEN + ".",
						"." + TOKEN, TOKEN + "%3D", TOKEN.replace(".", ". "), TOKEN.replace(".", ".."),
						TOKEN + "\u00e9", TOKEN + "!", "\"" + TOKEN + "\"", TOKEN + "," + TOKEN, TOKEN + " " + TOKEN,
						"\t" + TOKEN, TOKEN.replace(".", ".+"), "x".repeat(8_000), "a.b", "a.b.c.d.e", "..", "null"));
	}

	/**
	 * B9: two headers are never "the first wins".
	 */
	@Test
	void whenHeaderIsTwiceThenUnauthorized() {
		for (String second : List.of(TOKEN, "x")) {
			Reply reply = this.wire.send("GET /api/user", "Authorization: Bearer " + TOKEN,
					"Authorization: Bearer " + second);
			assertThat(reply.status()).isEqualTo(401);
			assertThat(reply.body()).contains("malformed_credentials");
		}
	}

	/**
	 * C10: permissions that cannot be are left out of a token, not an error.
	 */
	@Test
	void whenTokenNamesMalformedPermissionThenLeftOut() {
		String token = TestTokens
			.with((claims) -> claims.claim("permissions", List.of("threads:read", "nocolon", "a:b:c")));
		assertThat(bearer(token).body()).contains("\"permissions\":[\"threads:read\"]");
	}

	/**
	 * B1: a token in the query or the body is none (RFC 6750 sections 2.2 and 2.3).
	 */
	@Test
	void whenTokenIsElsewhereThenMissing() {
		Reply query = this.wire.send("GET /api/user?access_token=" + TOKEN);
		Reply body = this.wire.exchange("POST /api/threads", "access_token=" + TOKEN,
				"Content-Type: application/x-www-form-urlencoded");
		assertThat(List.of(query.body(), body.body())).allMatch((text) -> text.contains("missing_credentials"));
	}

	/**
	 * G2: a route for tokens alone takes no key, and one for keys alone no token.
	 */
	@Test
	void whenRouteChoosesAuthenticatorThenDefaultIsNotTaken() {
		assertThat(this.wire.send("GET /api/token-only", Workspace.HEADER_1).status()).isEqualTo(401);
		assertThat(this.wire.send("GET /api/token-only", "Authorization: Bearer " + TOKEN).status()).isEqualTo(200);
		assertThat(this.wire.send("GET /api/key-only", "Authorization: Bearer " + TOKEN).status()).isEqualTo(401);
	}

	private static String expiringIn(int seconds) {
		return TestTokens.with((claims) -> claims.expirationTime(Date.from(Instant.now().plusSeconds(seconds))));
	}

	private Reply bearer(String token) {
		return this.wire.send("GET /api/user", "Authorization: Bearer " + token);
	}

}
