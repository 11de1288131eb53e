package dev.authgate.jwt.issuer;

import java.util.List;
import java.util.Map;

import dev.authgate.AuthEvent.PermissionsDropped;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.Grants;
import dev.authgate.PermissionRegistry;
import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IssuerClaimsTests {

	private static final Grants GRANTS = Grants.of(PermissionRegistry.open(),
			Map.of("reader", List.of("threads:read")));

	private TestTrust trust = TestTrust.plain();

	@AfterEach
	void close() {
		this.trust.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"threads:write threads:read\"", "[\"threads:write\",\"threads:read\"]",
			"{\"threads\":[\"write\",\"read\"]}", "\"  threads:write   threads:read \"" })
	void whenPermissionsHaveAnyFormThenGranted(String value) {
		useClaims("sub", "scope", null);
		AuthUser user = this.trust.userWith(",\"scope\":" + value);
		assertThat(user.permissions()).containsExactly("threads:read", "threads:write");
		assertThat(user.data()).isEmpty();
	}

	/** E6. */
	@Test
	void whenPermissionsClaimIsMissingThenRefused() {
		useClaims("sub", "scope", null);
		assertRefused("", RejectionReason.MISSING_PERMISSIONS);
	}

	/** E6. */
	@ParameterizedTest
	@ValueSource(strings = { "7", "null", "true", "[7]", "[\"threads:read\",null]", "{\"threads\":\"read\"}",
			"{\"threads\":[7]}", "[[\"threads:read\"]]" })
	void whenPermissionsAreNoTextsThenRefused(String value) {
		useClaims("sub", "scope", null);
		assertRefused(",\"scope\":" + value, RejectionReason.MALFORMED_PERMISSIONS);
	}

	@Test
	void whenPermissionsAreEmptyThenUserHasNone() {
		useClaims("sub", "scope", null);
		assertThat(this.trust.userWith(",\"scope\":\"\"").permissions()).isEmpty();
		assertThat(this.trust.userWith(",\"scope\":[]").permissions()).isEmpty();
	}

	/** E7. */
	@Test
	void whenNoClaimIsConfiguredThenDefaultsAreGranted() {
		use((issuer) -> issuer.defaultPermissions(List.of("threads:read")));
		AuthUser user = this.trust.userWith(",\"permissions\":[\"threads:write\"]");
		assertThat(user.permissions()).containsExactly("threads:read");
	}

	/** C10. */
	@Test
	void whenPermissionIsUnknownThenDroppedAndReported() {
		use((issuer) -> issuer.claims(new IssuerClaims("sub", "scope", null))
			.grants(Grants.of(PermissionRegistry.of(Map.of("threads", List.of("read"))), Map.of())));
		AuthUser user = this.trust.userWith(",\"scope\":\"openid threads:read threads:fly\"");
		assertThat(user.permissions()).containsExactly("threads:read");
		assertThat(this.trust.events)
			.containsExactly(new PermissionsDropped("jwt", "huginn", List.of("openid", "threads:fly")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "*:*", "threads:*", "*:read" })
	void whenPermissionHasWildcardThenDroppedUnlessAllowed(String wildcard) {
		useClaims("sub", "scope", null);
		assertThat(this.trust.userWith(",\"scope\":\"" + wildcard + "\"").permissions()).isEmpty();
		assertThat(this.trust.events).containsExactly(new PermissionsDropped("jwt", "huginn", List.of(wildcard)));
		use((issuer) -> issuer.claims(new IssuerClaims("sub", "scope", null)).allowWildcards());
		assertThat(this.trust.userWith(",\"scope\":\"" + wildcard + "\"").permissions()).containsExactly(wildcard);
	}

	@Test
	void whenNoRoleClaimIsConfiguredThenRolesMeanNothing() {
		use((issuer) -> issuer.grants(GRANTS));
		assertThat(this.trust.callerWith(",\"role\":\"reader\"").roles()).isEmpty();
		assertThat(this.trust.userWith(",\"role\":\"reader\"").permissions()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"reader\"", "[\"reader\"]", "\"reader writer\"" })
	void whenRoleClaimIsConfiguredThenRolesMeanTheirPermissions(String value) {
		use((issuer) -> issuer.claims(new IssuerClaims("sub", null, "realm_access.roles")).grants(GRANTS));
		String claim = ",\"realm_access\":{\"roles\":" + value + "}";
		assertThat(this.trust.callerWith(claim).roles()).contains("reader");
		assertThat(this.trust.userWith(claim).permissions()).containsExactly("threads:read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "null", "[7]", "{}", "[\"a\\u0000b\"]" })
	void whenRolesAreNoTextsThenRefused(String value) {
		useClaims("sub", null, "role");
		assertRefused(",\"role\":" + value, RejectionReason.INVALID_CLAIMS);
	}

	@Test
	void whenRoleIsMissingThenUserHasNone() {
		useClaims("sub", null, "role");
		assertThat(this.trust.callerWith("").roles()).isEmpty();
	}

	@Test
	void whenUserIdIsAnotherClaimThenTaken() {
		useClaims("act.name", null, null);
		AuthUser user = this.trust.userWith(",\"act\":{\"name\":\"muninn\",\"x\":1}");
		assertThat(user.id()).isEqualTo("muninn");
		assertThat(user.data()).isEqualTo(Map.of("sub", "huginn", "act", Map.of("x", 1L)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "https://example.com/permissions|\"https://example.com/permissions\":[\"a:b\"]",
					"a.b.c|\"a\":{\"b\":{\"c\":[\"a:b\"]}}", "a.b.c|\"a.b\":{\"c\":[\"a:b\"]}",
					"a.b.c|\"a\":{\"b.c\":[\"a:b\"]}", "a.b|\"a.b\":[\"a:b\"],\"a\":{\"b\":[\"x:y\"]}",
					"a.b.c|\"a\":{\"x\":1},\"a.b\":{\"c\":\"a:b\"}" })
	void whenPathHasDotsThenLiteralNameComesFirst(String path, String claims) {
		useClaims("sub", path, null);
		assertThat(this.trust.userWith("," + claims).permissions()).containsExactly("a:b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"a\":7", "\"a\":[]", "\"a\":{}", "\"a\":{\"c\":1}", "\"a\":null", "\"b\":[\"a:b\"]" })
	void whenPathLeadsNowhereThenMissing(String claims) {
		useClaims("sub", "a.b", null);
		assertRefused("," + claims, RejectionReason.MISSING_PERMISSIONS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".", "a.", ".a", "a..b", "exp", "iss", "aud", "jti" })
	void whenNameIsNoneOrTakenThenRefused(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> new IssuerClaims(path, null, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new IssuerClaims("sub", path, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new IssuerClaims("sub", null, path));
	}

	@Test
	void whenNameIsUsedTwiceThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new IssuerClaims("sub", "a", "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> new IssuerClaims("sub", "sub", null));
	}

	@Test
	void whenDefaultsAreBesideAClaimThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.trust.issuer((issuer) -> issuer.claims(new IssuerClaims("sub", "scope", null))
				.defaultPermissions(List.of("threads:read"))))
			.withMessageContaining("default-permissions would never count");
	}

	private void assertRefused(String moreClaims, RejectionReason reason) {
		assertThat(this.trust.verifyWith(moreClaims)).isEqualTo(AuthenticationResult.rejected(reason));
	}

	private void useClaims(String userId, @Nullable String permissions, @Nullable String role) {
		use((issuer) -> issuer.claims(new IssuerClaims(userId, permissions, role)));
	}

	private void use(java.util.function.UnaryOperator<TrustedIssuerBuilder> options) {
		this.trust.close();
		this.trust = TestTrust.with(options);
	}

}
