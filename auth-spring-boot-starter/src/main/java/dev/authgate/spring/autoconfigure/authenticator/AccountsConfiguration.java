package dev.authgate.spring.autoconfigure.authenticator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

import dev.authgate.AuthUser;
import dev.authgate.Grants;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountStore;
import dev.authgate.account.AccountUpdates;
import dev.authgate.account.Accounts;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.account.password.PasswordEncoding;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.login.UsersProperties.AccountProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The accounts of people who log in.
 */
@Configuration(proxyBeanMethods = false)
public final class AccountsConfiguration {

	@Bean
	Passwords authgatePasswords(ObjectProvider<PasswordEncoder> encoder) {
		return Passwords.of(encoder.getIfUnique());
	}

	@Bean
	@ConditionalOnMissingBean
	PasswordEncoding authgatePasswordEncoding(Passwords passwords) {
		return passwords.shared();
	}

	@Bean
	@ConditionalOnMissingBean(AccountStore.class)
	@ConditionalOnProperty(name = "authgate.users.store", havingValue = "memory", matchIfMissing = true)
	InMemoryAccountStore authgateAccountStore(AuthgateProperties properties, Passwords passwords, Grants grants) {
		List<Account> accounts = new ArrayList<>();
		List<AccountProperties> configured = properties.users().accounts();
		for (int i = 0; i < configured.size(); i++) {
			accounts.add(account(configured.get(i), "authgate.users.accounts[" + i + "]", passwords, grants));
		}
		try {
			return new InMemoryAccountStore(accounts);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.users.accounts: " + ex.getMessage(), "Rename one of them.");
		}
	}

	// Lazy: its decoy may cost as much as a login, which an application without logins
	// need not pay.
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	Accounts authgateAccounts(AuthgateProperties properties, AccountStore store, Passwords passwords,
			PasswordEncoding encoding, ObjectProvider<AccountChanges> changes) {
		boolean inMemory = store instanceof InMemoryAccountStore;
		Secret decoy = inMemory ? decoy(properties.users().accounts(), store, passwords) : passwords.decoy();
		Accounts accounts = new Accounts(store, encoding, decoy);
		AccountChanges writing = changes.getIfAvailable();
		if (writing == null) {
			return accounts;
		}
		Accounts updatable = accounts.updating(new AccountUpdates(writing, properties.users().fields()));
		// What is gone at the next start need not be encoded anew.
		return inMemory ? updatable : updatable.upgrading(writing);
	}

	// A password of the store itself where there is one, because the cost of comparing
	// depends on the encoding.
	private static Secret decoy(List<AccountProperties> accounts, AccountStore store, Passwords passwords) {
		return accounts.stream()
			.map(AccountProperties::username)
			.filter(Objects::nonNull)
			.map(store::find)
			.filter(Objects::nonNull)
			.map(Account::password)
			.findFirst()
			.orElseGet(passwords::decoy);
	}

	private static Account account(AccountProperties properties, String where, Passwords passwords, Grants grants) {
		if (properties.username() == null || !AuthUser.isValidId(properties.username()) || properties.password() == null
				|| properties.password().length() == 0) {
			throw new MisconfigurationException(where + " has no username or no password.",
					"Set both; the password encoded, with the id of its encoding in front: {bcrypt}…");
		}
		try {
			AuthUser user = new AuthUser(properties.username(), properties.data(),
					grants.configured(properties.permissions(), List.of()));
			Secret password = passwords.encoded(properties.password(), where + ".password");
			Account account = Account.of(user, password, new LinkedHashSet<>(properties.roles()));
			return account.withState(account.state().withEnabled(properties.enabled()));
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(where + ": " + ex.getMessage(), "Correct the entry.");
		}
	}

}
