package dev.authgate.jwt;

import java.util.HashSet;
import java.util.Set;

import dev.authgate.contract.TestJwts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtSettingsTests {

	private final JwtSettings settings = TestJwts.settings();

	@Test
	void whenOnlyKeyIsSaidThenDefaults() {
		assertThat(this.settings)
			.isEqualTo(new JwtSettings(this.settings.keys(), null, null, JwtClaimNames.standard(), Set.of("user")));
	}

	@Test
	void whenOnePartIsReplacedThenTheOthersStay() {
		JwtClaimNames names = new JwtClaimNames("uid", "scope", "groups");
		assertThat(this.settings.withIssuer("i").withAudience("a").withClaimNames(names).withDefaultRoles(Set.of("r")))
			.isEqualTo(new JwtSettings(this.settings.keys(), "i", "a", names, Set.of("r")));
	}

	@Test
	void whenIssuerOrAudienceIsEmptyThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.withIssuer(""));
		assertThatIllegalArgumentException().isThrownBy(() -> this.settings.withAudience(""));
	}

	@Test
	void whenRolesAreChangedAfterwardsThenSettingsAreNot() {
		Set<String> roles = new HashSet<>(Set.of("user"));
		JwtSettings copied = this.settings.withDefaultRoles(roles);
		roles.add("admin");
		assertThat(copied.defaultRoles()).containsExactly("user");
	}

}
