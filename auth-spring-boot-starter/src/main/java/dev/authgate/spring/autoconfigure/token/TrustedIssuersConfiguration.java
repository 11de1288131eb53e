package dev.authgate.spring.autoconfigure.token;

import java.time.Clock;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtAuthenticatorBuilder;
import dev.authgate.jwt.RevocationCheck;
import dev.authgate.spring.settings.AuthgateProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Tokens that others issue and the application accepts.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(TrustedIssuersCondition.class)
public final class TrustedIssuersConfiguration {

	@Bean
	TrustedIssuers authgateTrustedIssuers(AuthgateProperties properties, Grants grants, AuthEventListener events,
			ObjectProvider<Clock> clock) {
		return TrustedIssuers.of(properties.jwt(),
				(issuer) -> issuer.grants(grants).listener(events).clock(clock.getIfUnique(Clock::systemUTC)));
	}

	@Bean
	@ConditionalOnMissingBean(name = { JwtAuthenticator.NAME, TokensConfiguration.AUTHENTICATOR })
	JwtAuthenticator authgateForeignJwtAuthenticator(AuthgateProperties properties, TrustedIssuers issuers,
			Environment environment, RevocationCheck revocations) {
		TrustedIssuerChecks.requireNothingOfOurs(environment);
		JwtAuthenticatorBuilder builder = JwtAuthenticator.builder()
			.realm(properties.bearer().realm())
			.revocations(revocations);
		issuers.addTo(builder);
		return builder.build();
	}

}
