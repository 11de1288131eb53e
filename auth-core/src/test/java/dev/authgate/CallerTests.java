package dev.authgate;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTests {

	private final Caller caller = new Caller(AuthUser.of("a", "b:c"), "jwt", "id-1", "app", Set.of("user"),
			Instant.EPOCH);

	@Test
	void whenOnlyUserIsKnownThenTheRestIsAbsent() {
		assertThat(Caller.of(AuthUser.of("a"), "basic"))
			.isEqualTo(new Caller(AuthUser.of("a"), "basic", null, null, Set.of(), null));
	}

	@Test
	void whenRolesAreChangedAfterwardsThenCallerIsNot() {
		Set<String> roles = new HashSet<>(Set.of("user"));
		Caller copied = this.caller.withRoles(roles);
		roles.add("admin");
		assertThat(copied.roles()).containsExactly("user");
	}

	@Test
	void whenOnePartIsReplacedThenTheOthersStay() {
		assertThat(this.caller.withRoles(Set.of("admin")).withRoles(Set.of("user"))).isEqualTo(this.caller);
		assertThat(this.caller.withAuthenticator("x").withAuthenticator("jwt")).isEqualTo(this.caller);
		assertThat(this.caller.withPermissions(PermissionSet.none()).withPermissions(PermissionSet.of("b:c")))
			.isEqualTo(this.caller);
	}

	@Test
	void whenPartIsReplacedThenItIsTheNewOne() {
		assertThat(this.caller.withRoles(Set.of("admin")).roles()).containsExactly("admin");
		assertThat(this.caller.withAuthenticator("x").authenticator()).isEqualTo("x");
		assertThat(this.caller.withPermissions(PermissionSet.none()).user().permissions()).isEmpty();
	}

}
