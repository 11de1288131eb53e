package dev.authgate.benchmark.authgate;

import dev.authgate.benchmark.app.Logins;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Takes the session of somebody who logged in with the form.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GuardedThings.class)
public final class AuthgateSessionVariant {

	@Bean
	Logins logins() {
		return Logins.people();
	}

}
