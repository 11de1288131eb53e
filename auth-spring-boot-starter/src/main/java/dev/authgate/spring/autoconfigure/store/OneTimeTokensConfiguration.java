package dev.authgate.spring.autoconfigure.store;

import dev.authgate.account.token.InMemoryOneTimeTokenStore;
import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.jdbc.JdbcOneTimeTokenStore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Where one-time tokens are.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
public final class OneTimeTokensConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "authgate.store", havingValue = "memory", matchIfMissing = true)
	OneTimeTokenStore authgateOneTimeTokenStore() {
		return new InMemoryOneTimeTokenStore();
	}

	/**
	 * One-time tokens in the application's database.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "authgate.store", havingValue = "jdbc")
	@ConditionalOnBean(type = "dev.authgate.spring.jdbc.JdbcAccess")
	static class InDatabase {

		@Bean
		@Lazy
		@ConditionalOnMissingBean(OneTimeTokenStore.class)
		JdbcOneTimeTokenStore authgateJdbcOneTimeTokenStore(JdbcAccess database) {
			return new JdbcOneTimeTokenStore(database);
		}

	}

}
