package dev.authgate.spring.autoconfigure;

import java.time.Clock;
import java.util.LinkedHashSet;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtClaimNames;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.JwtKey;
import dev.authgate.jwt.JwtSettings;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.autoconfigure.AuthgateProperties.Claims;
import dev.authgate.spring.autoconfigure.AuthgateProperties.Jwt;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tokens that the application issues and accepts.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("authgate.jwt.secret")
class TokensConfiguration {

	@Bean
	@ConditionalOnMissingBean
	JwtSettings authgateJwtSettings(AuthgateProperties properties) {
		Jwt jwt = properties.jwt();
		JwtKey key = key(jwt);
		try {
			return new JwtSettings(key, jwt.issuer(), jwt.audience(), names(jwt.claims()),
					new LinkedHashSet<>(jwt.defaultRoles()));
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt: " + ex.getMessage() + ".",
					"Correct the value, or remove the line.");
		}
	}

	@Bean
	@ConditionalOnMissingBean
	JwtIssuer authgateJwtIssuer(AuthgateProperties properties, JwtSettings settings, ObjectProvider<Clock> clock) {
		try {
			return new JwtIssuer(settings, properties.jwt().timeToLive(), clock.getIfUnique(Clock::systemUTC));
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt.time-to-live: " + ex.getMessage() + ".",
					"Set it to 24h, say.");
		}
	}

	@Bean
	@ConditionalOnMissingBean(name = JwtAuthenticator.NAME)
	JwtAuthenticator authgateJwtAuthenticator(AuthgateProperties properties, JwtSettings settings, Grants grants,
			AuthEventListener events, ObjectProvider<Clock> clock) {
		try {
			return JwtAuthenticator.builder(settings)
				.realm(properties.bearer().realm())
				.clockSkew(properties.jwt().clockSkew())
				.defaultPermissions(properties.jwt().defaultPermissions())
				.grants(grants)
				.listener(events)
				.clock(clock.getIfUnique(Clock::systemUTC))
				.build();
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(
					"authgate.jwt.clock-skew or authgate.jwt.default-permissions: " + ex.getMessage() + ".",
					"Correct the value, or remove the line.");
		}
	}

	private static JwtKey key(Jwt jwt) {
		try {
			return JwtKey.of((jwt.secret() != null) ? jwt.secret() : Secret.of(""), jwt.algorithm());
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt.secret: " + ex.getMessage(),
					"Put the secret into an environment variable, and write\n    authgate.jwt.secret: ${JWT_SECRET}");
		}
	}

	private static JwtClaimNames names(Claims claims) {
		try {
			return new JwtClaimNames(claims.userId(), claims.permissions(), claims.role());
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt.claims: " + ex.getMessage() + ".",
					"Name three different claims that mean nothing else.");
		}
	}

}
