package dev.authgate.spring.websocket.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthRequest;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestRequests;
import dev.authgate.secret.Secret;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.CredentialKind;
import dev.authgate.spring.guard.model.Declaration;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.revocation.LiveCredentials;
import dev.authgate.ticket.InMemoryTicketStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom tickets stand for when they are used.
 */
class TicketsTests {

	private static final Caller HOLDER = new Caller(
			new AuthUser("ada", Map.of("name", "Ada", "age", 36), PermissionSet.of("threads:read", "files:*")), "door",
			"c1", "phone", Set.of("reader", "member"), Instant.parse("2999-01-01T00:00:00Z"), "s1");

	private final Tickets tickets = new Tickets(new InMemoryTicketStore(), Duration.ofSeconds(30), () -> null,
			new LiveCredentials(() -> null, Clock.systemUTC()), Clock.systemUTC());

	@Test
	void whenNothingHasChangedThenHolderIsTheSame() {
		assertThat(redeemed(HOLDER)).isEqualTo(AuthenticationResult.authenticated(HOLDER));
	}

	@ParameterizedTest
	@CsvSource({ "'threads:read,threads:write,files:*', 'files:*,threads:read'", "'*:*', 'files:*,threads:read'",
			"'files:read,files:write', 'files:read,files:write'", "'users:read', ''", "'*:read', 'threads:read'" })
	void whenPermissionsHaveChangedThenOnlyThoseOfBothCount(String now, String both) {
		Caller changed = HOLDER.withPermissions(PermissionSet.of(now.split(",")));
		Caller redeemed = ((Authenticated) redeemed(changed)).caller();
		assertThat(redeemed.user().permissions())
			.containsExactlyInAnyOrder(both.isEmpty() ? new String[0] : both.split(","));
	}

	@Test
	void whenRolesHaveChangedThenOnlyThoseOfBothCount() {
		Caller redeemed = ((Authenticated) redeemed(HOLDER.withRoles(Set.of("member", "admin")))).caller();
		assertThat(redeemed.roles()).containsExactly("member");
	}

	@Test
	void whenCredentialIsVoidThenRejected() {
		assertThat(redeemed(null)).isEqualTo(AuthenticationResult.rejected(RejectionReason.REVOKED));
	}

	@Test
	void whenGuardDoesNotAskTheAuthenticatorThenRejected() {
		Secret ticket = this.tickets.issue(HOLDER.withAuthenticator("window"), "/api/threads");
		assertThat(this.tickets.redeem(ticket, guard(HOLDER), request()))
			.isEqualTo(AuthenticationResult.rejected(RejectionReason.WRONG_AUDIENCE));
	}

	private AuthenticationResult redeemed(@Nullable Caller now) {
		return this.tickets.redeem(this.tickets.issue(HOLDER, "/api/threads"), guard(now), request());
	}

	private static AuthRequest request() {
		return TestRequests.anonymous();
	}

	private static Guard guard(@Nullable Caller now) {
		NamedAuthenticator door = new NamedAuthenticator("door", new Door(now), List.of(), false, CredentialKind.OTHER);
		return new Guard(List.of(door), Access.REQUIRED, Requirement.NONE, Declaration.NONE);
	}

	private record Door(@Nullable Caller now) implements LiveAuthenticator {

		@Override
		public AuthenticationResult authenticate(AuthRequest request) {
			return AuthenticationResult.notPresent();
		}

		@Override
		public LiveCredential follow(AuthRequest request, Caller caller) {
			return () -> this.now;
		}

	}

}
