package dev.authgate.session.user;

import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;

/**
 * The user of a session as its account is now.
 *
 * @param user the user, with the permissions that its account names
 * @param roles the roles of the user
 * @param granted all permissions of the user, those of its roles included
 */
public record SessionUser(AuthUser user, Set<String> roles, PermissionSet granted) {

	/**
	 * Copies the roles.
	 */
	public SessionUser {
		roles = Set.copyOf(roles);
	}

}
