package dev.authgate.spring.session;

import java.util.Set;

import dev.authgate.AuthUser;

/**
 * Who just proved a password.
 *
 * @param user the user, with the permissions that its account names
 * @param roles the roles of the user
 * @param epoch the epoch of the user, read before the password was verified
 * @param address the address of the client
 */
public record NewLogin(AuthUser user, Set<String> roles, long epoch, String address) {

	/**
	 * Copies the roles.
	 */
	public NewLogin {
		roles = Set.copyOf(roles);
	}

}
