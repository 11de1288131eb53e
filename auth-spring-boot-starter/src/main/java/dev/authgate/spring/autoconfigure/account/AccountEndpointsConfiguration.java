package dev.authgate.spring.autoconfigure.account;

import java.util.function.Supplier;

import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountListener;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountUpdates;
import dev.authgate.account.change.AccountAdministration;
import dev.authgate.account.change.AccountProofs;
import dev.authgate.account.change.PasswordChanges;
import dev.authgate.account.change.Registration;
import dev.authgate.session.Sessions;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.endpoint.account.AccountEndpoints;
import dev.authgate.spring.endpoint.account.AccountRequests;
import dev.authgate.spring.endpoint.account.AccountServices;
import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.request.CountedAttempts;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.EndpointsProperties;
import dev.authgate.spring.web.origin.Proxies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The endpoints of accounts, and what pages of an application's own may use in their
 * place.
 */
@Configuration(proxyBeanMethods = false)
public final class AccountEndpointsConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@ConditionalOnBean(AccountRepository.class)
	AccountListener authgateEndedSessions(ObjectProvider<Sessions> sessions) {
		return new EndedSessions(sessions::getObject);
	}

	@Bean
	@Lazy
	@ConditionalOnBean(AccountRepository.class)
	@ConditionalOnMissingBean
	AccountServices authgateAccountServices(AuthgateProperties properties, AccountChanges changes,
			Registration registration, PasswordChanges passwords, ObjectProvider<AccountProofs> proofs) {
		AccountUpdates updates = new AccountUpdates(changes, properties.users().fields());
		Supplier<AccountProofs> whenNeeded = proofs::getObject;
		return new AccountServices(changes.repository(), registration, updates, passwords, whenNeeded);
	}

	@Bean
	@Lazy
	@ConditionalOnBean(AccountRepository.class)
	@ConditionalOnMissingBean
	AccountRequests authgateAccountRequests(AccountServices services, CountedAttempts attempts, Proxies proxies) {
		return new AccountRequests(services, attempts, proxies);
	}

	@Bean
	@Conditional(AccountEndpointsCondition.class)
	AccountEndpoints authgateAccountEndpoints(AuthgateProperties properties, ObjectProvider<AccountRequests> requests,
			ObjectProvider<AccountAdministration> administration, ObjectProvider<AccountProofs> proofs,
			RequirementReader requirements) {
		EndpointsProperties endpoints = properties.endpoints();
		AccountRequests changing = requests.getIfAvailable();
		if (changing == null && AccountEndpointsCondition.changesAccounts(endpoints)) {
			throw new MisconfigurationException(
					"An endpoint that changes accounts is on, and the application's AccountStore cannot be written.",
					"Publish a bean of type dev.authgate.account.AccountRepository in place of the AccountStore, or"
							+ " switch off authgate.endpoints.users, register, password, reset and verify.");
		}
		AccountEndpoints served = new AccountEndpoints(requirements);
		if (endpoints.me().enabled()) {
			served.addMe(endpoints.me().path(), properties.users().updatable().isEmpty() ? null : changing);
		}
		if (changing != null) {
			add(properties, changing, served);
		}
		if (endpoints.users().enabled() && changing != null) {
			served.addUsers(endpoints.users().path(), administration.getObject(), changing);
		}
		if (endpoints.reset().enabled() || endpoints.verify().enabled()) {
			// At the start, not when somebody forgot a password: it refuses without
			// messages.
			proofs.getObject();
		}
		return served;
	}

	@Bean
	@Conditional(AccountEndpointsCondition.class)
	RouterFunction<ServerResponse> authgateAccountRoutes(AccountEndpoints endpoints) {
		return endpoints.route();
	}

	private static void add(AuthgateProperties properties, AccountRequests requests, AccountEndpoints served) {
		EndpointsProperties endpoints = properties.endpoints();
		if (endpoints.register().enabled()) {
			served.addRegister(endpoints.register().path(), properties.users().registration().open(), requests);
		}
		if (endpoints.password().enabled()) {
			served.addPassword(endpoints.password().path(), requests);
		}
		if (endpoints.reset().enabled()) {
			served.addReset(endpoints.reset().path(), requests);
		}
		if (endpoints.verify().enabled()) {
			served.addVerify(endpoints.verify().path(), requests);
		}
	}

}
