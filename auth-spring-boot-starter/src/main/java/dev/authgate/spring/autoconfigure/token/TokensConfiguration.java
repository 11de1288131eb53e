package dev.authgate.spring.autoconfigure.token;

import java.time.Clock;
import java.util.LinkedHashSet;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtAuthenticatorBuilder;
import dev.authgate.jwt.JwtClaimNames;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.JwtSettings;
import dev.authgate.jwt.RevocationCheck;
import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.revocation.Revocations;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.reload.RepeatedCheck;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.AuthgateProperties.Claims;
import dev.authgate.spring.settings.AuthgateProperties.Jwt;
import dev.authgate.spring.tokens.WatchedKeys;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Tokens that the application issues and accepts.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(TokenKeysCondition.class)
public final class TokensConfiguration {

	static final String AUTHENTICATOR = "authgateJwtAuthenticator";

	@Bean
	@ConditionalOnMissingBean
	JwtKeys authgateJwtKeys(AuthgateProperties properties, ObjectProvider<Clock> clock, Environment environment) {
		TokenKeyChecks.check(properties.jwt(), environment);
		return TokenKeys.of(properties.jwt(), clock.getIfUnique(Clock::systemUTC));
	}

	// Nobody asks for it, also where beans are made only when they are needed.
	@Bean
	@Lazy(false)
	@Nullable RepeatedCheck authgateJwtKeysCheck(AuthgateProperties properties, JwtKeys keys) {
		return (keys instanceof WatchedKeys watched)
				? new RepeatedCheck("token keys", watched::check, properties.jwt().reloadInterval()) : null;
	}

	@Bean
	@ConditionalOnMissingBean
	JwtSettings authgateJwtSettings(AuthgateProperties properties, JwtKeys keys) {
		Jwt jwt = properties.jwt();
		try {
			return new JwtSettings(keys, jwt.issuer(), jwt.audience(), names(jwt.claims()),
					new LinkedHashSet<>(jwt.defaultRoles()));
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt: " + ex.getMessage() + ".",
					"Correct the value, or remove the line.");
		}
	}

	@Bean
	@ConditionalOnMissingBean
	@Nullable JwtIssuer authgateJwtIssuer(AuthgateProperties properties, JwtSettings settings, Revocations revocations,
			ObjectProvider<Clock> clock) {
		if (!settings.keys().current().canSign()) {
			return null;
		}
		try {
			return new JwtIssuer(settings, properties.jwt().timeToLive(), clock.getIfUnique(Clock::systemUTC),
					revocations::epochOf);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt.time-to-live: " + ex.getMessage() + ".",
					"Set it to 24h, say.");
		}
	}

	@Bean(AUTHENTICATOR)
	@ConditionalOnMissingBean(name = JwtAuthenticator.NAME)
	JwtAuthenticator authgateJwtAuthenticator(AuthgateProperties properties, JwtSettings settings, Grants grants,
			AuthEventListener events, ObjectProvider<Clock> clock, ObjectProvider<TrustedIssuers> issuers,
			RevocationCheck revocations) {
		JwtAuthenticatorBuilder builder = JwtAuthenticator.builder(settings);
		issuers.ifAvailable((trusted) -> trusted.addTo(builder));
		try {
			return builder.realm(properties.bearer().realm())
				.clockSkew(properties.jwt().clockSkew())
				.defaultPermissions(properties.jwt().defaultPermissions())
				.grants(grants)
				.listener(events)
				.revocations(revocations)
				.clock(clock.getIfUnique(Clock::systemUTC))
				.build();
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(
					"authgate.jwt.clock-skew or authgate.jwt.default-permissions: " + ex.getMessage() + ".",
					"Correct the value, or remove the line.");
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
