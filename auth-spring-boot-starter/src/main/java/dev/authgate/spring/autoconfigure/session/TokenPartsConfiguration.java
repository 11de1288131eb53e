package dev.authgate.spring.autoconfigure.session;

import java.time.Clock;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.JwtSettings;
import dev.authgate.jwt.RevocationCheck;
import dev.authgate.revocation.Revocations;
import dev.authgate.session.RefreshTokens;
import dev.authgate.session.Sessions;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.endpoint.TokenAnswers;
import dev.authgate.spring.endpoint.token.IssuedTokens;
import dev.authgate.spring.endpoint.token.TokenRequests;
import dev.authgate.spring.request.CountedAttempts;
import dev.authgate.spring.revocation.LoginEpochs;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.throttle.Throttle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * What the endpoints for tokens share, each made when one first asks for it.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
public final class TokenPartsConfiguration {

	@Bean
	CountedAttempts authgateCountedAttempts(Throttle throttle, Proxies proxies, AuthEventListener events) {
		return new CountedAttempts(throttle, proxies, events);
	}

	@Bean
	TokenRequests authgateTokenRequests(AuthEventListener events, Proxies proxies, CountedAttempts attempts) {
		return new TokenRequests(events, proxies, attempts);
	}

	@Bean
	TokenAnswers authgateTokenAnswers(AuthgateProperties properties, ObjectProvider<JwtIssuer> issuer,
			LoginEpochs epochs, ObjectProvider<Sessions> sessions) {
		JwtIssuer tokens = issuer.getIfAvailable();
		if (tokens == null) {
			throw noKeys("authgate.refresh.enabled or authgate.endpoints.refresh.enabled");
		}
		boolean refresh = properties.refresh().enabled();
		if (tokens.timeToLive().compareTo(properties.jwt().timeToLive()) > 0) {
			throw new MisconfigurationException(
					"The bean JwtIssuer issues tokens that are valid for longer than authgate.jwt.time-to-live:"
							+ " they would outlive what is remembered of those that were taken back.",
					"Set authgate.jwt.time-to-live to what the bean is made with.");
		}
		return new TokenAnswers(tokens, epochs, refresh ? sessions.getObject() : null);
	}

	@Bean
	IssuedTokens authgateIssuedTokens(AuthgateProperties properties, ObjectProvider<JwtSettings> settings,
			Grants grants, RevocationCheck check, RefreshTokens refreshTokens, Revocations revocations,
			ObjectProvider<Clock> clock) {
		JwtSettings ours = settings.getIfAvailable();
		if (ours == null) {
			throw noKeys("authgate.endpoints.revoke.enabled or authgate.endpoints.introspect.enabled");
		}
		JwtAuthenticator authenticator = JwtAuthenticator.builder(ours)
			.grants(grants)
			.clockSkew(properties.jwt().clockSkew())
			.defaultPermissions(properties.jwt().defaultPermissions())
			.revocations(check)
			.clock(clock.getIfUnique(Clock::systemUTC))
			.build();
		return new IssuedTokens(authenticator, refreshTokens, revocations);
	}

	private static MisconfigurationException noKeys(String property) {
		return new MisconfigurationException(property + " is true, but the application has no tokens of its own.",
				"Set authgate.jwt.secret; one can be made with: openssl rand -base64 48");
	}

}
