package dev.authgate.spring.autoconfigure.authenticator;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountName;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.AccountState;
import dev.authgate.account.Actor;
import dev.authgate.account.password.PasswordProblem;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.login.UsersProperties.Bootstrap;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Makes the account of the first administrator, once.
 * <p>
 * An account of that name is never touched. Of two nodes that start at once one makes it.
 */
final class FirstAdministrator {

	private static final Log logger = LogFactory.getLog(FirstAdministrator.class);

	private static final String PROPERTIES = "authgate.users.bootstrap";

	private final AccountChanges changes;

	private final Passwords passwords;

	private final PasswordRules rules;

	private final Grants grants;

	FirstAdministrator(AccountChanges changes, Passwords passwords, PasswordRules rules, Grants grants) {
		this.changes = changes;
		this.passwords = passwords;
		this.rules = rules;
		this.grants = grants;
	}

	void make(Bootstrap bootstrap, String id) {
		String username = bootstrap.username();
		Secret password = bootstrap.password();
		if (username == null || password == null) {
			return;
		}
		if (this.changes.repository().find(username) != null) {
			logger.warn("The account that " + PROPERTIES + " names is there already, and is left as it is; remove "
					+ PROPERTIES);
			return;
		}
		AuthUser user = new AuthUser(id, Map.of(), permissions(bootstrap));
		Account account = new Account(user, new AccountName(username, bootstrap.email()),
				encoded(password, List.of(username)), Set.copyOf(bootstrap.roles()),
				AccountState.initial().withPasswordChangedAt(this.changes.now()));
		report(this.changes.add(account, Actor.application()));
	}

	private static void report(AccountResult result) {
		if (result instanceof Refused refused && refused.problem() == AccountProblem.EMAIL_TAKEN) {
			throw new MisconfigurationException(PROPERTIES + ".email is the address of another account.",
					"Name another address, or leave it out.");
		}
		logger.warn("The account that " + PROPERTIES + " names was made; remove " + PROPERTIES + " now");
	}

	private PermissionSet permissions(Bootstrap bootstrap) {
		try {
			this.grants.configured(bootstrap.permissions(), bootstrap.roles());
			return PermissionSet.of(bootstrap.permissions());
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(PROPERTIES + ".permissions: " + ex.getMessage(),
					"Write them like admin:write, or leave them out for all.");
		}
	}

	private Secret encoded(Secret password, List<String> names) {
		if (!Passwords.isEncoded(password)) {
			PasswordProblem problem = this.rules.problemOf(password, names);
			if (problem != null) {
				throw new MisconfigurationException(
						PROPERTIES + ".password is not good enough for an administrator: " + problem + ".",
						"Set another one of at least " + this.rules.minLength() + " characters.");
			}
		}
		return this.passwords.encoded(password, PROPERTIES + ".password");
	}

}
