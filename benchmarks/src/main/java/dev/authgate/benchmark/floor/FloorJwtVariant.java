package dev.authgate.benchmark.floor;

import com.nimbusds.jose.JOSEException;
import dev.authgate.benchmark.app.Credentials;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Verifies an HS256 token with Nimbus at each request.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FilteredThings.class)
public final class FloorJwtVariant {

	@Bean
	SecurityFilterChain chain() throws JOSEException {
		return Floor.chain(new TokenLookup());
	}

	@Bean
	Credentials credentials() {
		return Credentials.tokens();
	}

}
