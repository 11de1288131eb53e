package dev.authgate.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthEvent;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestRequests;
import dev.authgate.contract.TestUsers;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtAuthenticatorTests {

	private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

	private static final String VALID = "\"exp\":1800000001";

	private final List<AuthEvent> events = new ArrayList<>();

	@Test
	void whenTokenIsGoodThenCallerIsItsUser() {
		String claims = "{\"sub\":\"huginn\",\"exp\":1800000001,\"iat\":1799999999,\"nbf\":1799999999,\"jti\":\"t1\","
				+ "\"role\":\"admin\",\"permissions\":[\"threads:write\",\"threads:read\"],\"email\":\"h@example.com\"}";
		AuthUser user = new AuthUser("huginn", Map.of("email", "h@example.com"),
				PermissionSet.of("threads:read", "threads:write"));
		assertThat(verify(claims)).isEqualTo(AuthenticationResult
			.authenticated(new Caller(user, "jwt", "t1", null, Set.of("admin"), NOW.plusSeconds(1))));
	}

	/** E7. */
	@Test
	void whenOnlyUserAndExpiryAreClaimedThenDefaults() {
		assertThat(callerOf(VALID))
			.isEqualTo(new Caller(AuthUser.of("huginn"), "jwt", null, null, Set.of("user"), NOW.plusSeconds(1)));
	}

	/** B1. */
	@Test
	void whenAnotherSchemeIsUsedThenNotPresent() {
		assertThat(builder().build().authenticate(TestRequests.authorization("Basic eDp5")))
			.isEqualTo(AuthenticationResult.notPresent());
	}

	/** B6. */
	@ParameterizedTest
	@ValueSource(strings = { "bearer ", "BEARER ", "Bearer   " })
	void whenSchemeHasOtherCaseOrMoreBlanksThenAuthenticated(String scheme) {
		String token = TestJwts.signed("{\"sub\":\"huginn\"," + VALID + "}");
		assertThat(builder().build().authenticate(TestRequests.authorization(scheme + token)))
			.isInstanceOf(Authenticated.class);
	}

	/** B12. */
	@Test
	void whenAskedForChallengeThenBearerWithTheRealm() {
		assertThat(builder().build().challenge().header()).isEqualTo("Bearer");
		assertThat(builder().realm("api").build().challenge().header()).isEqualTo("Bearer realm=\"api\"");
	}

	@Test
	void whenNamedThenCallerCarriesTheName() {
		JwtAuthenticator other = builder().name("other").build();
		Authenticated result = (Authenticated) other.verify(TestJwts.signed("{\"sub\":\"huginn\"," + VALID + "}"));
		assertThat(result.caller().authenticator()).isEqualTo(other.name()).isEqualTo("other");
	}

	/** E1. */
	@ParameterizedTest
	@ValueSource(strings = { "1800000000", "1799999999", "0", "1800000000.0", "1.7e9", "-0" })
	void whenExpiryHasComeThenExpired(String expiry) {
		assertRejected("\"exp\":" + expiry, RejectionReason.EXPIRED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1800000001", "1800000000.001", "1.8000001e9", "253402300799" })
	void whenExpiryIsToComeThenAuthenticated(String expiry) {
		assertThat(callerOf("\"exp\":" + expiry).user().id()).isEqualTo("huginn");
	}

	/** E11. */
	@ParameterizedTest
	@ValueSource(strings = { "\"x\":1", "\"exp\":null", "\"exp\":\"1800000001\"", "\"exp\":true",
			"\"exp\":[1800000001]", "\"exp\":{}", "\"exp\":-1", "\"exp\":-1.5", "\"exp\":253402300800", "\"exp\":1e300",
			"\"exp\":9223372036854775807" })
	void whenExpiryIsMissingOrNoSaneNumberThenInvalid(String claims) {
		assertRejected(claims, RejectionReason.INVALID_CLAIMS);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1e400", "-1e400", "NaN", "Infinity", "9223372036854775808", "01", "+1", "0x7f", "1.", ".5" })
	void whenNumberCannotBeReadThenMalformed(String number) {
		assertRejected("\"exp\":" + number, RejectionReason.MALFORMED);
	}

	/** E12. */
	@ParameterizedTest
	@ValueSource(strings = { "nbf", "iat" })
	void whenTimeIsBeyondTheSkewThenNotYetValid(String claim) {
		assertRejected(VALID + ",\"" + claim + "\":1800000031", RejectionReason.NOT_YET_VALID);
	}

	/** E12. */
	@ParameterizedTest
	@ValueSource(strings = { "nbf", "iat" })
	void whenTimeIsWithinTheSkewThenAuthenticated(String claim) {
		assertThat(callerOf(VALID + ",\"" + claim + "\":1800000030").user().id()).isEqualTo("huginn");
	}

	@Test
	void whenSkewIsSetThenItCounts() {
		JwtAuthenticator strict = builder().clockSkew(Duration.ZERO).build();
		String token = TestJwts.signed("{\"sub\":\"huginn\"," + VALID + ",\"nbf\":1800000001}");
		assertThat(strict.verify(token)).isEqualTo(AuthenticationResult.rejected(RejectionReason.NOT_YET_VALID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT-1S", "PT1H0.001S", "PT2562047788015215H" })
	void whenSkewIsOutOfRangeThenRefused(Duration skew) {
		assertThatIllegalArgumentException().isThrownBy(() -> builder().clockSkew(skew).build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"nbf\":\"0\"", "\"nbf\":null", "\"iat\":-1", "\"iat\":\"x\"", "\"iat\":[]", "\"jti\":1",
			"\"jti\":\"\"", "\"jti\":\"a\\nb\"", "\"jti\":null", "\"iss\":1", "\"iss\":null", "\"aud\":1",
			"\"aud\":[1]", "\"aud\":null", "\"aud\":{}" })
	void whenRegisteredClaimHasTheWrongTypeThenInvalid(String claim) {
		assertRejected(VALID + "," + claim, RejectionReason.INVALID_CLAIMS);
	}

	/** E5, E16. */
	@ParameterizedTest
	@ValueSource(
			strings = { "{\"exp\":1800000001}", "{\"exp\":1800000001,\"sub\":42}", "{\"exp\":1800000001,\"sub\":null}",
					"{\"exp\":1800000001,\"sub\":\"\"}", "{\"exp\":1800000001,\"sub\":[\"a\"]}",
					"{\"exp\":1800000001,\"sub\":\"a\\u0000\"}", "{\"exp\":1800000001,\"sub\":\"a\\r\\nb\"}" })
	void whenSubIsMissingOrNoPrintableTextThenInvalid(String claims) {
		assertThat(verify(claims)).isEqualTo(AuthenticationResult.rejected(RejectionReason.INVALID_CLAIMS));
	}

	/** E3. */
	@ParameterizedTest
	@CsvSource({ "'\"x\":1'", "'\"iss\":\"other\"'", "'\"iss\":\"\"'", "'\"iss\":\"https://a.example/\"'" })
	void whenIssuerIsNotTheConfiguredOneThenRejected(String claim) {
		JwtSettings settings = TestJwts.settings().withIssuer("https://a.example");
		assertThat(verify(settings, claim)).isEqualTo(AuthenticationResult.rejected(RejectionReason.WRONG_ISSUER));
	}

	/** E3. */
	@Test
	void whenIssuerIsTheConfiguredOneThenAuthenticated() {
		JwtSettings settings = TestJwts.settings().withIssuer("https://a.example");
		assertThat(verify(settings, "\"iss\":\"https://a.example\"")).isInstanceOf(Authenticated.class);
	}

	/** E4. */
	@ParameterizedTest
	@CsvSource({ "'\"x\":1'", "'\"aud\":\"other\"'", "'\"aud\":[]'", "'\"aud\":[\"other\",\"Threads\"]'" })
	void whenAudienceIsNotAmongTheClaimedThenRejected(String claim) {
		JwtSettings settings = TestJwts.settings().withAudience("threads");
		assertThat(verify(settings, claim)).isEqualTo(AuthenticationResult.rejected(RejectionReason.WRONG_AUDIENCE));
	}

	/** E4. */
	@ParameterizedTest
	@CsvSource({ "'\"aud\":\"threads\"'", "'\"aud\":[\"other\",\"threads\"]'" })
	void whenAudienceIsAmongTheClaimedThenAuthenticated(String claim) {
		assertThat(verify(TestJwts.settings().withAudience("threads"), claim)).isInstanceOf(Authenticated.class);
	}

	/** E4. */
	@Test
	void whenTokenIsMeantForOthersAndNoAudienceIsSetThenRejected() {
		assertRejected(VALID + ",\"aud\":\"other\"", RejectionReason.WRONG_AUDIENCE);
	}

	@Test
	void whenNoIssuerIsSetThenAnyIsTakenAndIsNoData() {
		assertThat(callerOf(VALID + ",\"iss\":\"other\"").user().data()).isEmpty();
	}

	@Test
	void whenRolesAreAListThenAllCount() {
		assertThat(callerOf(VALID + ",\"role\":[\"b\",\"a\",\"b\"]").roles()).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void whenRolesAreAnEmptyListThenNone() {
		assertThat(callerOf(VALID + ",\"role\":[]").roles()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "null", "true", "{}", "[1]", "[null]", "[[\"a\"]]", "\"\"", "[\"\"]", "\"a\\nb\"" })
	void whenRoleHasTheWrongTypeThenInvalid(String role) {
		assertRejected(VALID + ",\"role\":" + role, RejectionReason.INVALID_CLAIMS);
	}

	/** C11. */
	@ParameterizedTest
	@ValueSource(strings = { "[\"files:write\",\"files:read\",\"agents:read\"]",
			"\"files:write files:read agents:read\"", "\"  files:write   files:read agents:read \"",
			"{\"files\":[\"write\",\"read\"],\"agents\":[\"read\"]}" })
	void whenPermissionsAreInAnyOfThreeFormsThenEqual(String permissions) {
		assertThat(callerOf(VALID + ",\"permissions\":" + permissions).user().permissions())
			.containsExactly("agents:read", "files:read", "files:write");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"\"", "\" \"", "{}", "{\"files\":[]}" })
	void whenPermissionsAreEmptyThenNone(String permissions) {
		AuthenticationResult result = builder().defaultPermissions(List.of("files:read"))
			.build()
			.verify(TestJwts.signed("{\"sub\":\"huginn\"," + VALID + ",\"permissions\":" + permissions + "}"));
		assertThat(((Authenticated) result).caller().user().permissions()).isEmpty();
	}

	/** E6. */
	@ParameterizedTest
	@ValueSource(strings = { "1", "null", "true", "[1]", "[null]", "[[\"a:b\"]]", "{\"files\":\"read\"}",
			"{\"files\":[1]}", "{\"files\":null}", "{\"files\":{\"read\":true}}" })
	void whenPermissionsHaveTheWrongTypeThenInvalid(String permissions) {
		assertRejected(VALID + ",\"permissions\":" + permissions, RejectionReason.INVALID_CLAIMS);
	}

	/** C10. */
	@Test
	void whenPermissionIsUnknownOrMalformedThenDroppedAndTold() {
		String claim = VALID + ",\"permissions\":[\"files:read\",\"files:fold\",\"nocolon\",\"a\\r\\nb\"]";
		assertThat(callerOf(claim).user().permissions()).containsExactly("files:read");
		assertThat(this.events).containsExactly(
				new AuthEvent.PermissionsDropped("jwt", "huginn", List.of("files:fold", "nocolon", "a??b")));
	}

	/** C10. */
	@Test
	void whenAllPermissionsAreKnownThenNobodyIsTold() {
		callerOf(VALID + ",\"permissions\":\"files:read\"");
		assertThat(this.events).isEmpty();
	}

	@Test
	void whenWildcardIsClaimedThenExpanded() {
		assertThat(callerOf(VALID + ",\"permissions\":\"files:*\"").user().permissions())
			.containsExactly("files:delete", "files:read", "files:write");
	}

	@Test
	void whenRoleMeansPermissionsThenGranted() {
		assertThat(callerOf(VALID + ",\"role\":\"clerk\",\"permissions\":[\"files:read\"]").user().permissions())
			.containsExactly("files:read", "threads:write");
	}

	/** E7. */
	@Test
	void whenPermissionsAreAbsentThenDefaultsAndThoseOfTheRole() {
		AuthenticationResult result = builder().defaultPermissions(List.of("agents:read"))
			.build()
			.verify(TestJwts.signed("{\"sub\":\"huginn\",\"role\":\"clerk\"," + VALID + "}"));
		assertThat(((Authenticated) result).caller().user().permissions()).containsExactly("agents:read",
				"threads:write");
	}

	/** C3. */
	@Test
	void whenDefaultPermissionIsUnknownThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder().defaultPermissions(List.of("folders:read")).build())
			.withMessage("Unknown permission resource: 'folders'");
	}

	@Test
	void whenNamesAreSetThenOnlyTheyCount() {
		JwtSettings settings = TestJwts.settings().withClaimNames(new JwtClaimNames("uid", "scope", "groups"));
		String claims = "{\"sub\":7,\"uid\":\"muninn\",\"scope\":\"files:read\",\"groups\":[\"admin\"],\"role\":1,"
				+ VALID + "}";
		Caller caller = ((Authenticated) builder(settings).build().verify(TestJwts.signed(claims))).caller();
		assertThat(caller.user())
			.isEqualTo(new AuthUser("muninn", Map.of("sub", 7L, "role", 1L), PermissionSet.of("files:read")));
		assertThat(caller.roles()).containsExactly("admin");
	}

	@Test
	void whenClaimMeansNothingThenItIsData() {
		assertThat(callerOf(VALID + ",\"a\":[1,{\"b\":null}],\"c\":2.5,\"d\":\"\\u00e9\"").user().data()).hasSize(3)
			.containsEntry("c", 2.5)
			.containsEntry("d", "é");
	}

	/** E2. */
	@Test
	void whenSignedWithAnotherSecretThenBadSignature() {
		JwtKey other = JwtKey.of(Secret.of("Zk8Qw3Lm6Rt1Vx9Yp4Nc7Bs2Hd5Jf0Ga"));
		String token = JwtIssuer.of(JwtSettings.of(other)).issue(TestUsers.huginn());
		assertThat(JwtAuthenticator.builder(TestJwts.settings()).build().verify(token))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.BAD_SIGNATURE));
	}

	/** E15. */
	@Test
	void whenClaimsAreExchangedThenBadSignature() {
		String[] token = TestJwts.signed("{\"sub\":\"huginn\"," + VALID + "}").split("\\.");
		String forged = token[0] + "." + TestJwts.encoded("{\"sub\":\"admin\"," + VALID + "}") + "." + token[2];
		assertThat(builder().build().verify(forged))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.BAD_SIGNATURE));
	}

	/** E2. */
	@Test
	void whenSignatureIsBadThenClaimsAreNotRead() {
		String token = TestJwts.encoded(TestJwts.HEADER) + "." + TestJwts.encoded("no json") + ".AAAA";
		assertThat(builder().build().verify(token))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.BAD_SIGNATURE));
	}

	private JwtAuthenticatorBuilder builder() {
		return builder(TestJwts.settings());
	}

	private JwtAuthenticatorBuilder builder(JwtSettings settings) {
		return JwtAuthenticator.builder(settings)
			.clock(Clock.fixed(NOW, ZoneOffset.UTC))
			.grants(Grants.of(TestUsers.registry(), Map.of("clerk", List.of("threads:write"))))
			.listener(this.events::add);
	}

	private AuthenticationResult verify(String claims) {
		return builder().build().verify(TestJwts.signed(claims));
	}

	private AuthenticationResult verify(JwtSettings settings, String claim) {
		return builder(settings).build().verify(TestJwts.signed("{\"sub\":\"huginn\"," + VALID + "," + claim + "}"));
	}

	private Caller callerOf(String claims) {
		return ((Authenticated) verify("{\"sub\":\"huginn\"," + claims + "}")).caller();
	}

	private void assertRejected(String claims, RejectionReason reason) {
		assertThat(verify("{\"sub\":\"huginn\"," + claims + "}")).isEqualTo(AuthenticationResult.rejected(reason));
	}

}
