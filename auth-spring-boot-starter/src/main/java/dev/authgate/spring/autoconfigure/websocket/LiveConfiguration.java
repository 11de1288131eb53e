package dev.authgate.spring.autoconfigure.websocket;

import java.time.Clock;

import dev.authgate.spring.revocation.LiveCredentials;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.store.StoreKind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What becomes of credentials while what they opened goes on.
 */
@Configuration(proxyBeanMethods = false)
public final class LiveConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LiveCredentials authgateLiveCredentials(ConfigurableListableBeanFactory beans, AuthgateProperties properties,
			ObjectProvider<Clock> clock) {
		return new LiveCredentials(new MadeRevocations(beans, properties.store() != StoreKind.MEMORY),
				clock.getIfUnique(Clock::systemUTC));
	}

}
