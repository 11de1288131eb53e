package dev.authgate.spring.settings;

import java.util.List;
import java.util.Map;

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
 * @param throttle Limits on how often credentials may be tried.
 */
public record UsersProperties(@DefaultValue List<AccountProperties> accounts,
		@DefaultValue("memory") AccountStoreKind store,
		@DefaultValue @NestedConfigurationProperty ThrottleProperties throttle) {

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
