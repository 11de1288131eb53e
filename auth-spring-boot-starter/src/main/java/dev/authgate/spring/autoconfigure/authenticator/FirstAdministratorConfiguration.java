package dev.authgate.spring.autoconfigure.authenticator;

import dev.authgate.Grants;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.secret.RandomText;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The first administrator, before the first request.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("authgate.users.bootstrap.username")
public final class FirstAdministratorConfiguration {

	@Bean
	SmartInitializingSingleton authgateFirstAdministrator(AuthgateProperties properties,
			ObjectProvider<AccountChanges> changes, Passwords passwords, ObjectProvider<PasswordRules> rules,
			Grants grants) {
		return () -> {
			AccountChanges writing = changes.getIfAvailable();
			if (writing == null) {
				throw new MisconfigurationException(
						"authgate.users.bootstrap is set, and the application keeps its accounts itself.",
						"Remove it, or let the AccountStore bean be an AccountRepository.");
			}
			new FirstAdministrator(writing, passwords, rules.getObject(), grants).make(properties.users().bootstrap(),
					RandomText.userId());
		};
	}

}
