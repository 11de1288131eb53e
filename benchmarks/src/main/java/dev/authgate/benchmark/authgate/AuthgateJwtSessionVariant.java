package dev.authgate.benchmark.authgate;

import java.time.Duration;
import java.time.Instant;

import dev.authgate.benchmark.app.Credentials;
import dev.authgate.revocation.Revocations;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Takes an HS256 token of a session, where much was taken back from others.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GuardedThings.class)
public final class AuthgateJwtSessionVariant {

	private static final int REVOKED = 1000;

	@Bean
	Credentials credentials() {
		return Credentials.sessionTokens();
	}

	@Bean
	ApplicationRunner othersAreRevoked(Revocations revocations) {
		return (arguments) -> {
			Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
			for (int i = 0; i < REVOKED; i++) {
				revocations.revokeToken("", "token_" + i, tomorrow);
				revocations.revokeSession("session_" + i, tomorrow);
				revocations.revokeUser("user_" + i);
			}
		};
	}

}
