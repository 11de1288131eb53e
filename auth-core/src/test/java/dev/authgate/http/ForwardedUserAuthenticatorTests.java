package dev.authgate.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.PermissionsDropped;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.NotPresent;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.Grants;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;
import dev.authgate.contract.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ForwardedUserAuthenticatorTests {

	private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("10.0.0.0/8"));

	private static final TestRequest FROM_PROXY = TestRequests.anonymous().from("10.1.2.3");

	private final List<AuthEvent> events = new ArrayList<>();

	/** D1. */
	@Test
	void whenProxyNamesNobodyThenNotPresent() {
		assertThat(authenticate(FROM_PROXY)).isInstanceOf(NotPresent.class);
		assertThat(authenticate(withPermissions("a:b"))).isInstanceOf(NotPresent.class);
	}

	/** D2, D5. */
	@ParameterizedTest
	@ValueSource(strings = { "huginn", "huginn@example.com", "auth0|5f7c", "0", "!~" })
	void whenProxyNamesUserThenAmbientCallerWithoutPermissions(String id) {
		assertThat(authenticate(FROM_PROXY.withHeader("x-forwarded-user", id)))
			.isEqualTo(new Authenticated(dev.authgate.Caller.of(AuthUser.of(id), "forwarded-user"), true));
	}

	/** D3, D8. */
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a,b", "a\tb", "a\r\nb", "\0", "\u007f", "\u00e9", "a\u2028" })
	void whenIdIsNotOneOfVisibleAsciiThenRejected(String id) {
		assertThat(authenticate(FROM_PROXY.withHeader("X-Forwarded-User", id)))
			.isEqualTo(new Rejected(RejectionReason.MALFORMED, true));
	}

	@Test
	void whenIdIsLongerThanTheLimitThenRejected() {
		String longest = "x".repeat(ForwardedUserAuthenticator.MAX_ID_LENGTH);
		assertThat(authenticate(FROM_PROXY.withHeader("X-Forwarded-User", longest))).isInstanceOf(Authenticated.class);
		assertThat(authenticate(FROM_PROXY.withHeader("X-Forwarded-User", longest + "x"))).isInstanceOf(Rejected.class);
	}

	/** D4. */
	@ParameterizedTest
	@CsvSource({ "'threads:read, ,files:write', 'files:write threads:read'", "',,', ''", "'', ''", "' ', ''",
			"'threads:read,threads:read', threads:read" })
	void whenPermissionsAreListedThenTrimmed(String header, String permissions) {
		assertThat(user(withPermissions(header).withHeader("X-Forwarded-User", "huginn")).permissions())
			.containsExactlyElementsOf(permissions.isEmpty() ? List.of() : List.of(permissions.split(" ")));
		assertThat(this.events).isEmpty();
	}

	/** C10. */
	@Test
	void whenPermissionsAreUnknownOrWildThenDroppedAndTold() {
		TestRequest request = withPermissions("threads:read, cats:pet, nocolon, *:*, threads:*")
			.withHeader("X-Forwarded-User", "huginn");
		assertThat(user(request).permissions()).containsExactly("threads:read");
		assertThat(this.events).containsExactly(
				new PermissionsDropped("forwarded-user", "huginn", List.of("*:*", "threads:*", "cats:pet", "nocolon")));
	}

	@Test
	void whenWildcardsAreAllowedThenTheyCount() {
		TestRequest request = withPermissions("threads:*").withHeader("X-Forwarded-User", "huginn");
		Authenticated result = (Authenticated) builder().allowWildcards(true).build().authenticate(request);
		assertThat(result.caller().user().permissions()).containsExactly("threads:delete", "threads:read",
				"threads:write");
	}

	/** D6. */
	@ParameterizedTest
	@ValueSource(strings = { "11.0.0.1", "127.0.0.1", "::1", "2001:db8::1", "", "localhost", "10.0.0.1.example.com" })
	void whenPeerIsNotTrustedThenRejected(String peer) {
		Rejected untrusted = new Rejected(RejectionReason.UNTRUSTED_PEER, true);
		assertThat(authenticate(FROM_PROXY.withHeader("X-Forwarded-User", "huginn").from(peer))).isEqualTo(untrusted);
		assertThat(authenticate(withPermissions("a:b").from(peer))).isEqualTo(untrusted);
		assertThat(authenticate(FROM_PROXY.from(peer))).isInstanceOf(NotPresent.class);
	}

	@Test
	void whenPeerIsTrustedOnAnIpv6SocketThenSame() {
		assertThat(authenticate(FROM_PROXY.withHeader("X-Forwarded-User", "huginn").from("::ffff:10.1.2.3")))
			.isInstanceOf(Authenticated.class);
	}

	/** D7. */
	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-User", "X-Forwarded-Permissions" })
	void whenHeaderIsTwiceThenRejected(String header) {
		TestRequest request = withPermissions("a:b").withHeader("X-Forwarded-User", "huginn").withHeader(header, "x:y");
		assertThat(authenticate(request)).isEqualTo(new Rejected(RejectionReason.MALFORMED, true));
	}

	@Test
	void whenHeadersAreNamedThenOthersDoNotCount() {
		ForwardedUserAuthenticator other = builder().idHeader("Remote-User")
			.permissionsHeader("Remote-Groups")
			.name("sso")
			.build();
		TestRequest request = FROM_PROXY.withHeader("X-Forwarded-User", "loki").withHeader("Remote-User", "huginn");
		Authenticated result = (Authenticated) other.authenticate(
				request.withHeader("Remote-Groups", "files:read").withHeader("X-Forwarded-Permissions", "a:b"));
		assertThat(result.caller().user()).isEqualTo(AuthUser.of("huginn", "files:read"));
		assertThat(result.caller().authenticator()).isEqualTo("sso");
	}

	@Test
	void whenHeadersAreTheSameThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder().idHeader("X-User").permissionsHeader("x-user").build());
	}

	@Test
	void whenUserIsForwardedThenDataIsEmpty() {
		assertThat(user(FROM_PROXY.withHeader("X-Forwarded-User", "huginn")).data()).isEqualTo(Map.of());
	}

	private AuthenticationResult authenticate(TestRequest request) {
		return builder().build().authenticate(request);
	}

	private AuthUser user(TestRequest request) {
		return ((Authenticated) authenticate(request)).caller().user();
	}

	private ForwardedUserAuthenticatorBuilder builder() {
		return ForwardedUserAuthenticator.builder(PROXIES)
			.grants(Grants.of(TestUsers.registry(), Map.of()))
			.listener(this.events::add);
	}

	private static TestRequest withPermissions(String permissions) {
		return FROM_PROXY.withHeader("X-Forwarded-Permissions", permissions);
	}

}
