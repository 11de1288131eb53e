package dev.authgate.spring.autoconfigure.account;

import java.time.Clock;
import java.util.Set;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountListener;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.change.AccountAdministration;
import dev.authgate.account.change.AccountMessages;
import dev.authgate.account.change.AccountProofs;
import dev.authgate.account.change.PasswordChanges;
import dev.authgate.account.change.Registration;
import dev.authgate.account.change.RegistrationTerms;
import dev.authgate.account.password.BreachedPasswords;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.account.token.OneTimeTokens;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.login.UsersProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;

/**
 * What people and administrators do with accounts, where accounts can be changed; each
 * part is made when something first asks for it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(AccountRepository.class)
@Lazy
public final class AccountServicesConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AccountChanges authgateAccountChanges(AccountRepository repository, ObjectProvider<AccountListener> listeners,
			AuthEventListener events, ObjectProvider<Clock> clock) {
		return new AccountChanges(repository, listeners.orderedStream().toList(), events,
				clock.getIfUnique(Clock::systemUTC));
	}

	// One of Spring Security's is asked as well, or instead.
	@Bean
	@ConditionalOnMissingBean
	PasswordRules authgatePasswordRules(AuthgateProperties properties, ObjectProvider<BreachedPasswords> breached,
			ObjectProvider<CompromisedPasswordChecker> checkers) {
		return new PasswordRules(properties.users().password().minLength(),
				(password) -> breached.stream().anyMatch((known) -> known.contains(password))
						|| checkers.stream().anyMatch((checker) -> checker.check(password.reveal()).isCompromised()));
	}

	@Bean
	@ConditionalOnMissingBean
	Registration authgateRegistration(AuthgateProperties properties, AccountChanges changes, PasswordEncoding encoding,
			PasswordRules rules, Grants grants) {
		return new Registration(changes, encoding, rules, terms(properties.users(), grants));
	}

	@Bean
	@ConditionalOnMissingBean
	OneTimeTokens authgateOneTimeTokens(AuthgateProperties properties, OneTimeTokenStore store,
			ObjectProvider<Clock> clock) {
		return new OneTimeTokens(store, properties.users().password().resetTimeToLive(),
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	PasswordChanges authgatePasswordChanges(AccountChanges changes, PasswordEncoding encoding, PasswordRules rules,
			OneTimeTokens tokens) {
		return new PasswordChanges(changes, encoding, rules, tokens);
	}

	@Bean
	@ConditionalOnMissingBean
	AccountAdministration authgateAccountAdministration(AccountChanges changes, Grants grants) {
		return new AccountAdministration(changes, grants);
	}

	@Bean
	MessageThread authgateMessageThread() {
		return new MessageThread();
	}

	@Bean
	@ConditionalOnMissingBean
	AccountProofs authgateAccountProofs(AccountChanges changes, OneTimeTokens tokens,
			ObjectProvider<AccountMessages> messages, MessageThread thread) {
		AccountMessages sending = messages.getIfUnique();
		if (sending == null) {
			throw new MisconfigurationException(
					"Passwords are to be reset or e-mail addresses to be verified, and nothing sends the messages.",
					"Publish a bean of type dev.authgate.account.change.AccountMessages, or switch "
							+ "authgate.endpoints.reset and authgate.endpoints.verify off.");
		}
		return new AccountProofs(changes, tokens, sending, thread);
	}

	private static RegistrationTerms terms(UsersProperties users, Grants grants) {
		UsersProperties.Registration registration = users.registration();
		try {
			grants.configured(registration.permissions(), registration.roles());
			return new RegistrationTerms(PermissionSet.of(registration.permissions()), Set.copyOf(registration.roles()),
					users.fields(), registration.emailRequired());
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.users.registration.permissions: " + ex.getMessage(),
					"Write them like threads:read, and add unknown ones to authgate.permissions.");
		}
	}

}
