package dev.authgate.spring.autoconfigure.authenticator;

import java.time.Clock;
import java.util.Map;

import dev.authgate.account.Accounts;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.login.ThrottleProperties;
import dev.authgate.spring.settings.store.StoreKind;
import dev.authgate.spring.store.Deadline;
import dev.authgate.spring.throttle.BucketThrottle;
import dev.authgate.spring.throttle.DeadlineThrottle;
import dev.authgate.spring.throttle.FailingKeys;
import dev.authgate.spring.throttle.LoginGate;
import dev.authgate.spring.throttle.MemoryThrottleStore;
import dev.authgate.spring.throttle.ThrottleLimits;
import dev.authgate.spring.throttle.ThrottleStore;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.origin.ProxyHint;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Limit;
import dev.authgate.throttle.Throttle;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The limits on attempts.
 */
@Configuration(proxyBeanMethods = false)
public final class ThrottleConfiguration {

	private static final Log logger = LogFactory.getLog(ThrottleConfiguration.class);

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ThrottleStore authgateThrottleStore(AuthgateProperties properties, ObjectProvider<Clock> clock) {
		if (properties.store() == StoreKind.REDIS) {
			throw new MisconfigurationException(
					"authgate.store is redis, and Spring Data Redis is not on the class path.",
					"Add the dependency org.springframework.boot:spring-boot-starter-data-redis.");
		}
		return new MemoryThrottleStore(clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	Throttle authgateThrottle(AuthgateProperties properties, ObjectProvider<ThrottleStore> store, Proxies proxies) {
		ThrottleProperties throttle = properties.users().throttle();
		if (!throttle.enabled()) {
			logger.warn("authgate.users.throttle.enabled is false: passwords and API keys can be guessed as often and "
					+ "as fast as anybody likes");
			return Throttle.none();
		}
		ThrottleStore counts = store.getObject();
		Throttle counting = new BucketThrottle(counts, limits(throttle, properties.websocket().limits().handshakes()));
		return new ProxyHint((counts instanceof MemoryThrottleStore) ? counting
				: new DeadlineThrottle(counting, deadline(properties.store())), proxies);
	}

	private static Deadline deadline(StoreKind store) {
		return (store == StoreKind.REDIS) ? Deadline.ofServer(Deadline.REQUESTS)
				: Deadline.ofDatabase(Deadline.REQUESTS);
	}

	@Bean
	@Lazy
	LoginGate authgateLoginGate(Accounts accounts, Throttle throttle) {
		return new LoginGate(accounts, throttle);
	}

	@Bean
	FailingKeys authgateFailingKeys(Throttle throttle) {
		return new FailingKeys(throttle);
	}

	private static ThrottleLimits limits(ThrottleProperties throttle, Limit handshakes) {
		return new ThrottleLimits(throttle.accountAndAddress(), throttle.address(), throttle.account(),
				throttle.knownAddressFor(),
				Map.of(AttemptKind.REFRESH, throttle.refresh(), AttemptKind.REVOKE, throttle.refresh(),
						AttemptKind.RESET, throttle.reset(), AttemptKind.REGISTER, throttle.register(),
						AttemptKind.API_KEY, throttle.apiKey(), AttemptKind.HANDSHAKE, handshakes));
	}

}
