package dev.authgate.jwt;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestUsers;

import static org.assertj.core.api.Assertions.assertThat;

final class TestVerifications {

	static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

	static final String VALID = "\"exp\":1800000001";

	private TestVerifications() {
	}

	static JwtAuthenticatorBuilder builder() {
		return builder(TestJwts.settings());
	}

	static JwtAuthenticatorBuilder builder(JwtSettings settings) {
		return JwtAuthenticator.builder(settings)
			.clock(Clock.fixed(NOW, ZoneOffset.UTC))
			.grants(Grants.of(TestUsers.registry(), Map.of("clerk", List.of("threads:write"))));
	}

	static String tokenOf(String claims) {
		return TestJwts.signed("{\"sub\":\"huginn\"," + claims + "}");
	}

	static AuthenticationResult verify(String claims) {
		return builder().build().verify(tokenOf(claims));
	}

	static Caller callerOf(String claims) {
		return callerOf(verify(claims));
	}

	static Caller callerOf(AuthenticationResult result) {
		return ((Authenticated) result).caller();
	}

	static void assertRejected(String claims, RejectionReason reason) {
		assertThat(verify(claims)).isEqualTo(AuthenticationResult.rejected(reason));
	}

}
