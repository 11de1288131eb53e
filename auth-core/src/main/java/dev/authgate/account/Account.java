package dev.authgate.account;

import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.secret.Secret;

/**
 * A person's account.
 *
 * @param password the encoded password, with the {@code {id}} of its encoding in front
 * @param user the user; its id is the name that is typed at login
 * @param roles the user's roles
 * @param enabled whether the user may log in
 */
public record Account(Secret password, AuthUser user, Set<String> roles, boolean enabled) {

	/**
	 * Copies the roles.
	 */
	public Account {
		roles = Set.copyOf(roles);
	}

}
