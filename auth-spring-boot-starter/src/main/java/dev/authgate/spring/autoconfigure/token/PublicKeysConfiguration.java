package dev.authgate.spring.autoconfigure.token;

import java.time.Clock;

import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.endpoint.PublicKeysEndpoint;
import dev.authgate.spring.settings.AuthgateProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The public keys of our tokens, where there are any.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(TokenKeysCondition.class)
public final class PublicKeysConfiguration {

	@Bean
	@Nullable PublicKeysEndpoint authgatePublicKeysEndpoint(AuthgateProperties properties, JwtKeys keys,
			ObjectProvider<Clock> clock) {
		Boolean enabled = properties.jwt().jwks().enabled();
		boolean any = keys.current().hasPublicKey();
		if (Boolean.TRUE.equals(enabled) && !any) {
			throw new MisconfigurationException(
					"authgate.jwt.jwks.enabled is true, and no key of authgate.jwt has a public part.",
					"Remove the line, or configure a pair of keys, for example"
							+ "\n    authgate.jwt.keys:\n      - { id: a, private-key: file:/etc/my-app/key.pem }");
		}
		return (any && !Boolean.FALSE.equals(enabled))
				? new PublicKeysEndpoint(keys, clock.getIfUnique(Clock::systemUTC)) : null;
	}

	@Bean
	@Nullable RouterFunction<ServerResponse> authgatePublicKeysRoute(ObjectProvider<PublicKeysEndpoint> endpoint) {
		PublicKeysEndpoint shown = endpoint.getIfAvailable();
		return (shown != null) ? shown.route() : null;
	}

}
