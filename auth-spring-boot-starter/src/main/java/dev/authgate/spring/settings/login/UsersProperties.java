package dev.authgate.spring.settings.login;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.authgate.account.AccountFields;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * People who log in.
 *
 * @param accounts Accounts of people who log in with a password.
 * @param store Where accounts that are made at run time are kept.
 * @param updatable Fields that users may write of themselves: names of their data, and
 * 'email'.
 * @param registration What everybody who registers gets, and has to tell.
 * @param password Rules for new passwords.
 * @param bootstrap First administrator.
 * @param throttle Limits on how often credentials may be tried.
 */
public record UsersProperties(@DefaultValue List<AccountProperties> accounts,
		@DefaultValue("memory") AccountStoreKind store, @DefaultValue List<String> updatable,
		@DefaultValue Registration registration, @DefaultValue Password password, @DefaultValue Bootstrap bootstrap,
		@DefaultValue @NestedConfigurationProperty ThrottleProperties throttle) {

	/**
	 * Tells whether there are accounts from the start.
	 * @return {@code true} if some are configured, or a first administrator is
	 */
	public boolean canHaveAccounts() {
		return !this.accounts.isEmpty() || this.bootstrap.username() != null;
	}

	/**
	 * Gives what users may write of themselves.
	 * @return the fields
	 * @throws IllegalArgumentException if one of them says what an account is or may do
	 */
	public AccountFields fields() {
		return AccountFields.of(this.updatable);
	}

	/**
	 * Where accounts are kept.
	 */
	public enum AccountStoreKind {

		/** In this process. */
		MEMORY,
		/** In the application's database. */
		JDBC

	}

	/**
	 * Registration of accounts.
	 *
	 * @param open Whether everybody may register. By default administrators may, for
	 * others.
	 * @param emailRequired Whether an e-mail address is required.
	 * @param permissions Permissions of each new user.
	 * @param roles Roles of each new user.
	 */
	public record Registration(@DefaultValue("false") boolean open, @DefaultValue("false") boolean emailRequired,
			@DefaultValue List<String> permissions, @DefaultValue List<String> roles) {
	}

	/**
	 * Rules for new passwords.
	 *
	 * @param minLength Fewest characters of a new password, from 8 to 64.
	 * @param resetTimeToLive How long a token of a message is valid.
	 */
	public record Password(@DefaultValue("15") int minLength, @DefaultValue("1h") Duration resetTimeToLive) {
	}

	/**
	 * First administrator, whose account is made at start where there is none of that
	 * name.
	 *
	 * @param username Name that is typed at login.
	 * @param password Password, encoded with the id of its encoding in front, or plain.
	 * @param email E-mail address.
	 * @param permissions Permissions of the administrator.
	 * @param roles Roles of the administrator.
	 */
	public record Bootstrap(@Nullable String username, @Nullable Secret password, @Nullable String email,
			@DefaultValue("*:*") List<String> permissions, @DefaultValue List<String> roles) {
	}

	/**
	 * An account.
	 *
	 * @param username Name that is typed at login, and the id of the user.
	 * @param password Password, encoded with the id of its encoding in front, for example
	 * '{bcrypt}…'. A plain one is encoded at start, with a warning.
	 * @param permissions Permissions of the user.
	 * @param roles Roles of the user.
	 * @param data Data of the user.
	 * @param enabled Whether the user may log in.
	 */
	@ConfigurationPropertiesSource
	public record AccountProperties(@Nullable String username, @Nullable Secret password,
			@DefaultValue List<String> permissions, @DefaultValue List<String> roles,
			@DefaultValue Map<String, Object> data, @DefaultValue("true") boolean enabled) {
	}

}
