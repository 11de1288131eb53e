package dev.authgate.spring.autoconfigure.store;

import dev.authgate.account.AccountRepository;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.account.token.InMemoryOneTimeTokenStore;
import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.jdbc.JdbcOneTimeTokenStore;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.store.StoreKind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Where one-time tokens are: in the database where that is used for anything, in memory
 * otherwise.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
public final class OneTimeTokensConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OneTimeTokenStore authgateOneTimeTokenStore(AuthgateProperties properties,
			ObjectProvider<AccountRepository> accounts) {
		if (properties.store() == StoreKind.REDIS && !(accounts.getIfUnique() instanceof InMemoryAccountStore)) {
			throw new MisconfigurationException(
					"authgate.store is redis, and one-time tokens are kept in a database: other nodes would not find them.",
					"Publish a bean of type dev.authgate.account.token.OneTimeTokenStore, or keep the accounts in the "
							+ "database with authgate.users.store: jdbc.");
		}
		return new InMemoryOneTimeTokenStore();
	}

	/**
	 * One-time tokens in the application's database.
	 */
	@Configuration(proxyBeanMethods = false)
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
