package dev.authgate.jwt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtClaimNamesTests {

	@Test
	void whenStandardThenTheUsualNames() {
		assertThat(JwtClaimNames.standard()).isEqualTo(new JwtClaimNames("sub", "permissions", "role"));
	}

	@ParameterizedTest
	@CsvSource({ "'',permissions,role", "sub,'',role", "sub,permissions,''", "sub,sub,role", "sub,role,role",
			"x,permissions,x", "exp,permissions,role", "sub,aud,role", "sub,permissions,iss", "jti,permissions,role",
			"sub,iat,role", "sub,permissions,nbf", "sid,permissions,role", "sub,ver,role" })
	void whenNamesCannotStandBesideEachOtherThenRefused(String userId, String permissions, String role) {
		assertThatIllegalArgumentException().isThrownBy(() -> new JwtClaimNames(userId, permissions, role));
	}

}
