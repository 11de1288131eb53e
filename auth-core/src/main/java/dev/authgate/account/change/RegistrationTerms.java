package dev.authgate.account.change;

import java.util.Set;

import dev.authgate.PermissionSet;
import dev.authgate.account.AccountFields;

/**
 * What everybody who registers gets, and has to tell.
 *
 * @param permissions the permissions of each new user
 * @param roles the roles of each new user
 * @param fields what users may write of themselves
 * @param emailRequired whether an e-mail address is required
 */
public record RegistrationTerms(PermissionSet permissions, Set<String> roles, AccountFields fields,
		boolean emailRequired) {

	/**
	 * Copies the roles.
	 */
	public RegistrationTerms {
		roles = Set.copyOf(roles);
	}

}
