package dev.authgate.benchmark.authgate;

import dev.authgate.benchmark.app.Credentials;
import dev.authgate.jwt.RevocationCheck;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Takes an HS256 token, and never asks whether it was taken back.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GuardedThings.class)
public final class AuthgateJwtNoRevocationVariant {

	@Bean
	Credentials credentials() {
		return Credentials.tokens();
	}

	@Bean
	RevocationCheck revocations() {
		return RevocationCheck.none();
	}

}
