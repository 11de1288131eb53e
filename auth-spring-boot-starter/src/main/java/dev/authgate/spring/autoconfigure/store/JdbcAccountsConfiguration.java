package dev.authgate.spring.autoconfigure.store;

import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountStore;
import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.jdbc.JdbcAccountStore;
import dev.authgate.spring.store.Deadline;
import dev.authgate.spring.store.DeadlineAccountRepository;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Accounts in the application's database.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "authgate.users.store", havingValue = "jdbc")
@ConditionalOnBean(type = "dev.authgate.spring.jdbc.JdbcAccess")
public final class JdbcAccountsConfiguration {

	@Bean
	@ConditionalOnMissingBean(AccountStore.class)
	AccountRepository authgateJdbcAccountStore(JdbcAccess database) {
		return new DeadlineAccountRepository(new JdbcAccountStore(database), Deadline.ofDatabase(Deadline.REQUESTS));
	}

}
