package dev.authgate.benchmark.authgate;

import dev.authgate.benchmark.app.Credentials;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Takes an HS256 token.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GuardedThings.class)
public final class AuthgateJwtVariant {

	@Bean
	Credentials credentials() {
		return Credentials.tokens();
	}

}
