package dev.authgate.spring.autoconfigure.store;

import java.time.Clock;

import dev.authgate.ExpiringStore;
import dev.authgate.spring.expiry.CleanUp;
import dev.authgate.spring.expiry.CleanUpSchedule;
import dev.authgate.spring.settings.AuthgateProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The removal of what has expired.
 */
@Configuration(proxyBeanMethods = false)
public final class CleanUpConfiguration {

	@Bean
	CleanUp authgateCleanUp(ObjectProvider<ExpiringStore> stores, ObjectProvider<Clock> clock) {
		return new CleanUp(() -> stores.stream().toList(), clock.getIfUnique(Clock::systemUTC));
	}

	// Nobody asks for it, also where beans are made only when they are needed.
	@Bean
	@Lazy(false)
	@ConditionalOnBooleanProperty(name = "authgate.clean-up.enabled", matchIfMissing = true)
	CleanUpSchedule authgateCleanUpSchedule(CleanUp cleanUp, AuthgateProperties properties) {
		return new CleanUpSchedule(cleanUp, properties.cleanUp().interval());
	}

}
