package dev.authgate.benchmark.floor;

import dev.authgate.benchmark.app.Credentials;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Looks an API key up in a hash map.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FilteredThings.class)
public final class FloorVariant {

	@Bean
	SecurityFilterChain chain() {
		return Floor.chain(new KeyLookup());
	}

	@Bean
	Credentials credentials() {
		return Credentials.apiKeys();
	}

}
