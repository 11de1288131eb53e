package dev.authgate.account.change;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes of an account; {@code null} leaves a thing as it is.
 *
 * @param roles the roles to have instead
 * @param permissions the permissions to have instead, as {@code resource:action}, which
 * may have wildcards
 * @param enabled whether the user may log in
 */
public record AccountEdit(@Nullable List<String> roles, @Nullable List<String> permissions, @Nullable Boolean enabled) {

	boolean changesGrants() {
		return this.roles != null || this.permissions != null;
	}

	boolean changesNothing() {
		return !changesGrants() && this.enabled == null;
	}

}
