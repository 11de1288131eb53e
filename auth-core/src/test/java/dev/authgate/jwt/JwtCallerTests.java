package dev.authgate.jwt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthEvent;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.jwt.TestVerifications.NOW;
import static dev.authgate.jwt.TestVerifications.VALID;
import static dev.authgate.jwt.TestVerifications.assertRejected;
import static dev.authgate.jwt.TestVerifications.builder;
import static dev.authgate.jwt.TestVerifications.callerOf;
import static dev.authgate.jwt.TestVerifications.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtCallerTests {

	private final List<AuthEvent> events = new ArrayList<>();

	/** E7. */
	@Test
	void whenOnlyUserAndExpiryAreClaimedThenDefaults() {
		assertThat(callerOf(VALID))
			.isEqualTo(new Caller(AuthUser.of("huginn"), "jwt", null, null, Set.of("user"), NOW.plusSeconds(1)));
	}

	/** E5, E16. */
	@ParameterizedTest
	@ValueSource(
			strings = { "{\"exp\":1800000001}", "{\"exp\":1800000001,\"sub\":42}", "{\"exp\":1800000001,\"sub\":null}",
					"{\"exp\":1800000001,\"sub\":\"\"}", "{\"exp\":1800000001,\"sub\":[\"a\"]}",
					"{\"exp\":1800000001,\"sub\":\"a\\u0000\"}", "{\"exp\":1800000001,\"sub\":\"a\\r\\nb\"}" })
	void whenSubIsMissingOrNoPrintableTextThenInvalid(String claims) {
		assertThat(builder().build().verify(TestJwts.signed(claims)))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.MISSING_SUBJECT));
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
			.verify(tokenOf(VALID + ",\"permissions\":" + permissions));
		assertThat(callerOf(result).user().permissions()).isEmpty();
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
		AuthenticationResult result = builder().listener(this.events::add).build().verify(tokenOf(claim));
		assertThat(callerOf(result).user().permissions()).containsExactly("files:read");
		assertThat(this.events).containsExactly(
				new AuthEvent.PermissionsDropped("jwt", "huginn", List.of("files:fold", "nocolon", "a??b")));
	}

	/** C10. */
	@ParameterizedTest
	@ValueSource(strings = { "[\"files:read\"]", "\"  files:read   files:write \"", "{\"files\":[\"read\"]}" })
	void whenAllPermissionsAreKnownThenNobodyIsTold(String permissions) {
		builder().listener(this.events::add).build().verify(tokenOf(VALID + ",\"permissions\":" + permissions));
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
			.verify(tokenOf("\"role\":\"clerk\"," + VALID));
		assertThat(callerOf(result).user().permissions()).containsExactly("agents:read", "threads:write");
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

}
