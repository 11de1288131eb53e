package dev.authgate.spring.settings.login;

import dev.authgate.account.AccountName;
import dev.authgate.account.password.PasswordRules;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.properties.PropertyBounds;
import dev.authgate.spring.settings.login.UsersProperties.AccountStoreKind;
import dev.authgate.spring.settings.login.UsersProperties.Bootstrap;

/**
 * Refuses accounts and rules for them that are well-formed and could not work.
 */
public final class UsersPropertyChecks {

	private UsersPropertyChecks() {
	}

	/**
	 * Refuses accounts and rules for them.
	 * @param users the values
	 * @throws MisconfigurationException for the first that could not work
	 */
	public static void check(UsersProperties users) {
		if (users.store() == AccountStoreKind.JDBC && !users.accounts().isEmpty()) {
			throw new MisconfigurationException(
					"authgate.users.accounts is set, and accounts are kept in the database: they would not be found.",
					"Remove them; the first account comes from authgate.users.bootstrap. Or set authgate.users.store to "
							+ "memory.");
		}
		int minLength = users.password().minLength();
		if (minLength < PasswordRules.LOWEST_MIN_LENGTH || minLength > 64) {
			throw new MisconfigurationException("authgate.users.password.min-length is not from 8 to 64.",
					"Leave it out for 15; fewer than 15 are for logins with a second factor.");
		}
		PropertyBounds.requireTime("authgate.users.password.reset-time-to-live", users.password().resetTimeToLive(),
				"1h");
		refuseFields(users);
		refuseBootstrap(users.bootstrap());
	}

	private static void refuseFields(UsersProperties users) {
		try {
			users.fields();
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.users.updatable: " + ex.getMessage() + ".",
					"Remove it: what users are and may do is changed by administrators.");
		}
	}

	private static void refuseBootstrap(Bootstrap bootstrap) {
		if ((bootstrap.username() == null) != (bootstrap.password() == null)) {
			throw new MisconfigurationException("authgate.users.bootstrap has a username or a password, and not both.",
					"Set both, or neither once the first administrator is there.");
		}
		if (bootstrap.username() != null && !AccountName.isUsername(bootstrap.username())) {
			throw new MisconfigurationException("authgate.users.bootstrap.username cannot be a user name.",
					"Name the administrator, in visible characters, without blanks at the ends.");
		}
		if (bootstrap.email() != null && !AccountName.isEmail(bootstrap.email())) {
			throw new MisconfigurationException("authgate.users.bootstrap.email cannot be an e-mail address.",
					"Write it like admin@example.com, or leave it out.");
		}
	}

}
