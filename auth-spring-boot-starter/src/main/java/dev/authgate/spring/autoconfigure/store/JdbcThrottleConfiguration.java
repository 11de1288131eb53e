package dev.authgate.spring.autoconfigure.store;

import java.time.Clock;

import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.jdbc.JdbcThrottleStore;
import dev.authgate.spring.throttle.ThrottleStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The counts of attempts, where all nodes share a database.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "authgate.store", havingValue = "jdbc")
@ConditionalOnClass({ JdbcClient.class, DataSourceScriptDatabaseInitializer.class })
public final class JdbcThrottleConfiguration {

	@Bean
	@ConditionalOnMissingBean(ThrottleStore.class)
	JdbcThrottleStore authgateJdbcThrottleStore(JdbcAccess database, ObjectProvider<Clock> clock) {
		return new JdbcThrottleStore(database, clock.getIfUnique(Clock::systemUTC));
	}

}
