package dev.authgate.spring.autoconfigure;

import java.time.Clock;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtAuthenticatorBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Tokens that others issue and the application accepts.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(TrustedIssuersCondition.class)
class TrustedIssuersConfiguration {

	@Bean
	TrustedIssuers authgateTrustedIssuers(AuthgateProperties properties, Grants grants, AuthEventListener events,
			ObjectProvider<Clock> clock) {
		return TrustedIssuers.of(properties.jwt(),
				(issuer) -> issuer.grants(grants).listener(events).clock(clock.getIfUnique(Clock::systemUTC)));
	}

	@Bean
	@ConditionalOnMissingBean(value = JwtAuthenticator.class, name = JwtAuthenticator.NAME)
	JwtAuthenticator authgateForeignJwtAuthenticator(AuthgateProperties properties, TrustedIssuers issuers) {
		JwtAuthenticatorBuilder builder = JwtAuthenticator.builder().realm(properties.bearer().realm());
		issuers.all().forEach(builder::trust);
		return builder.build();
	}

}
