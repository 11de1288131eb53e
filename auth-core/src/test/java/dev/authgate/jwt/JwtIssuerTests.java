package dev.authgate.jwt;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.PermissionSet;
import dev.authgate.contract.TestJwts;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.contract.TestRequests;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtIssuerTests {

	private static final Instant NOW = Instant.parse("2026-05-01T12:00:00.750Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	private final JwtSettings settings = TestJwts.settings();

	/** E14. */
	@Test
	void whenIssuedThenVerifiesAsTheSameUserFor24Hours() {
		Caller caller = verified(this.settings, issuer(this.settings).issue(TestUsers.huginn()));
		assertThat(caller.user()).isEqualTo(TestUsers.huginn());
		assertThat(caller.roles()).containsExactly("user");
		assertThat(caller.expiresAt()).isEqualTo("2026-05-02T12:00:00Z");
	}

	/** E14. */
	@Test
	void whenIssuedThenTheClaimsAreExactlyThese() {
		Map<String, Object> claims = claimsOf(issuer(this.settings).issue(AuthUser.of("huginn", "b:c", "a:b")));
		assertThat(claims).containsOnlyKeys("sub", "iat", "exp", "jti", "role", "permissions")
			.containsEntry("sub", "huginn")
			.containsEntry("iat", NOW.getEpochSecond())
			.containsEntry("exp", NOW.getEpochSecond() + 86_400)
			.containsEntry("role", "user")
			.containsEntry("permissions", List.of("a:b", "b:c"));
	}

	@Test
	void whenIssuedThenTheHeaderIsExactlyThis() {
		String header = issuer(this.settings).issue(TestUsers.huginn()).split("\\.")[0];
		assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
			.isEqualTo("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
	}

	/** E16. */
	@Test
	void whenIdIsANumberThenSubIsStillAText() {
		assertThat(claimsOf(issuer(this.settings).issue(AuthUser.of("42")))).containsEntry("sub", "42");
	}

	@Test
	void whenIssuerAndAudienceAreSetThenClaimed() {
		JwtSettings named = this.settings.withIssuer("https://a.example").withAudience("threads");
		assertThat(claimsOf(issuer(named).issue(TestUsers.huginn()))).containsEntry("iss", "https://a.example")
			.containsEntry("aud", "threads");
	}

	@Test
	void whenNamesAreSetThenClaimsHaveThem() {
		JwtSettings named = this.settings.withClaimNames(new JwtClaimNames("uid", "scope", "groups"));
		String token = issuer(named).issue(AuthUser.of("huginn", "a:b"), Set.of("admin"));
		assertThat(claimsOf(token)).containsOnlyKeys("uid", "iat", "exp", "jti", "groups", "scope");
		assertThat(verified(named, token).roles()).containsExactly("admin");
	}

	@Test
	void whenRolesAreSeveralThenASortedList() {
		String token = issuer(this.settings).issue(TestUsers.huginn(), Set.of("user", "admin"));
		assertThat(claimsOf(token)).containsEntry("role", List.of("admin", "user"));
		assertThat(verified(this.settings, token).roles()).containsExactlyInAnyOrder("admin", "user");
	}

	@Test
	void whenRolesAreNoneThenVerifiedWithNone() {
		String token = issuer(this.settings).issue(TestUsers.huginn(), Set.of());
		assertThat(verified(this.settings, token).roles()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\nb" })
	void whenRoleCouldNotBeReadAgainThenRefused(String role) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> issuer(this.settings).issue(TestUsers.huginn(), Set.of(role)));
	}

	@Test
	void whenIssuedTwiceThenIdsDiffer() {
		JwtIssuer issuer = issuer(this.settings);
		assertThat(claimsOf(issuer.issue(TestUsers.huginn())).get("jti"))
			.isNotEqualTo(claimsOf(issuer.issue(TestUsers.huginn())).get("jti"));
	}

	@Test
	void whenIssuedThenCallerCarriesTheTokensId() {
		String token = issuer(this.settings).issue(TestUsers.huginn());
		assertThat(verified(this.settings, token).credentialId()).isEqualTo(claimsOf(token).get("jti"));
	}

	@Test
	void whenUserHasDataThenVerifiedWithIt() {
		Map<String, Object> data = Map.of("name", "Jürgen \"J\" \ud83d\ude00 \u2028", "age", 42L, "ratio", 0.5, "ok",
				true, "tags", List.of("a", List.of(1L)), "nested", Map.of("a", Map.of("b", "c")));
		AuthUser user = new AuthUser("huginn", data, PermissionSet.none());
		assertThat(verified(this.settings, issuer(this.settings).issue(user)).user()).isEqualTo(user);
	}

	@Test
	void whenDataIsNullThenVerifiedAsNull() {
		Map<String, Object> data = new HashMap<>();
		data.put("nothing", null);
		String token = issuer(this.settings).issue(new AuthUser("huginn", data, PermissionSet.none()));
		assertThat(verified(this.settings, token).user().data()).isEqualTo(data);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sub", "exp", "iat", "nbf", "jti", "iss", "aud", "role", "permissions", "sid", "ver" })
	void whenDataIsNamedLikeAClaimThenRefused(String name) {
		AuthUser user = new AuthUser("huginn", Map.of(name, "x"), PermissionSet.none());
		assertThatIllegalArgumentException().isThrownBy(() -> issuer(this.settings).issue(user))
			.withMessage("Data of a user cannot be the claim '" + name + "'");
	}

	@Test
	void whenDataIsNoJsonThenRefusedWithoutItsValue() {
		Secret canary = Secret.of("canary");
		for (Object value : List.of(canary, List.of(canary), Map.of("a", List.of(1, canary)))) {
			AuthUser user = new AuthUser("huginn", Map.of("secret", value), PermissionSet.none());
			assertThatIllegalArgumentException().isThrownBy(() -> issuer(this.settings).issue(user))
				.withMessage("Data 'secret' of a user cannot be a claim: dev.authgate.secret.Secret");
		}
	}

	@Test
	void whenDataCouldNotBeReadAgainThenRefused() {
		for (Object value : List.of("\ud800", Double.NaN, Double.POSITIVE_INFINITY, nested(40))) {
			AuthUser user = new AuthUser("huginn", Map.of("x", value), PermissionSet.none());
			assertThatIllegalArgumentException().isThrownBy(() -> issuer(this.settings).issue(user));
		}
	}

	@Test
	void whenTokenWouldNotFitIntoAHeaderThenRefused() {
		AuthUser user = new AuthUser("huginn", Map.of("x", "y".repeat(6000)), PermissionSet.none());
		assertThatIllegalArgumentException().isThrownBy(() -> issuer(this.settings).issue(user))
			.withMessageContaining("no more than 8185 fit into a header");
	}

	@Test
	void whenTokenJustFitsIntoAHeaderThenIssuedAndAccepted() {
		int rest = payloadOf(issuer(this.settings).issue(withText(""))).length();
		String longest = issuer(this.settings).issue(withText("y".repeat(6078 - rest)));
		assertThat(longest).hasSize(8185);
		assertThat(
				JwtAuthenticator.builder(this.settings).clock(CLOCK).build().authenticate(TestRequests.bearer(longest)))
			.isInstanceOf(Authenticated.class);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> issuer(this.settings).issue(withText("y".repeat(6079 - rest))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT1S", "PT87600H" })
	void whenTimeToLiveIsJustInRangeThenTaken(Duration timeToLive) {
		String token = new JwtIssuer(this.settings, timeToLive, CLOCK).issue(TestUsers.huginn());
		assertThat(claimsOf(token)).containsEntry("exp", NOW.plus(timeToLive).getEpochSecond());
	}

	@Test
	void whenTimeToLiveIsSetThenItIsTheExpiry() {
		String token = new JwtIssuer(this.settings, Duration.ofMinutes(5), CLOCK).issue(TestUsers.huginn());
		assertThat(claimsOf(token)).containsEntry("exp", NOW.getEpochSecond() + 300);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT0.999S", "PT-1H", "PT87600H0.000000001S", "PT2562047788015215H" })
	void whenTimeToLiveIsOutOfRangeThenRefused(Duration timeToLive) {
		assertThatIllegalArgumentException().isThrownBy(() -> new JwtIssuer(this.settings, timeToLive, CLOCK));
	}

	@ParameterizedTest
	@EnumSource(value = JwtAlgorithm.class, names = "HS.*", mode = EnumSource.Mode.MATCH_ALL)
	void whenAlgorithmIsChosenThenAnotherLibraryVerifies(JwtAlgorithm algorithm) throws Exception {
		String secret = TestJwts.SECRET + "x2Bv8Qm5Lt1Zr9Wk4Ys7Nd3Hc6Jp0Gf";
		JwtSettings settings = JwtSettings.of(JwtKey.of(Secret.of(secret + "z"), algorithm));
		SignedJWT token = SignedJWT.parse(issuer(settings).issue(TestUsers.huginn()));
		assertThat(token.verify(new MACVerifier(secret + "z"))).isTrue();
		assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm.name());
		assertThat(verified(settings, token.serialize()).user()).isEqualTo(TestUsers.huginn());
	}

	private static JwtIssuer issuer(JwtSettings settings) {
		return new JwtIssuer(settings, JwtIssuer.DEFAULT_TIME_TO_LIVE, CLOCK);
	}

	private static Caller verified(JwtSettings settings, String token) {
		JwtAuthenticator authenticator = JwtAuthenticator.builder(settings).clock(CLOCK).build();
		return ((Authenticated) authenticator.verify(token)).caller();
	}

	private static Map<String, Object> claimsOf(String token) {
		try {
			return SignedJWT.parse(token).getPayload().toJSONObject();
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	private static AuthUser withText(String text) {
		return new AuthUser("huginn", Map.of("x", text), PermissionSet.none());
	}

	private static String payloadOf(String token) {
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
	}

	private static Object nested(int depth) {
		Object value = 1;
		for (int i = 0; i < depth; i++) {
			value = List.of(value);
		}
		return value;
	}

}
