package dev.authgate.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.PermissionRegistry;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.secret.Secret;

/**
 * Users, their accounts and their permissions for tests.
 */
public final class TestUsers {

	private static final List<String> ACTIONS = List.of("read", "write", "delete");

	private TestUsers() {
	}

	/**
	 * Makes a user with some data and some permissions.
	 * @return the user {@code huginn}
	 */
	public static AuthUser huginn() {
		return new AuthUser("huginn", Map.of("email", "huginn@example.com"),
				PermissionSet.of("threads:read", "threads:write"));
	}

	/**
	 * Makes an account.
	 * @param username the name that is typed at login
	 * @param encodedPassword the encoded password
	 * @return an enabled account with the role {@code user}
	 */
	public static Account account(String username, String encodedPassword) {
		return Account.of(AuthUser.of(username), Secret.of(encodedPassword), Set.of("user"));
	}

	/**
	 * Makes the registry of the nine permissions of a small workspace.
	 * @return {@code files}, {@code threads} and {@code agents}, each to {@code read},
	 * {@code write} and {@code delete}
	 */
	public static PermissionRegistry registry() {
		return PermissionRegistry.of(Map.of("files", ACTIONS, "threads", ACTIONS, "agents", ACTIONS));
	}

}
