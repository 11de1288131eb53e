package dev.authgate.spring.web.caller;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.Permission;
import dev.authgate.PermissionSet;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Tells the caller that an authentication of Spring Security stands for, ours or another.
 */
public final class Callers {

	/** The authenticator of a caller whom somebody else authenticated. */
	public static final String FOREIGN = "security-context";

	private static final String ROLE_PREFIX = "ROLE_";

	private Callers() {
	}

	/**
	 * Finds the caller.
	 * @param authentication what the security context holds
	 * @return the caller, or {@code null} for none or an anonymous one
	 */
	public static @Nullable Caller of(@Nullable Authentication authentication) {
		if (authentication instanceof CallerAuthentication ours) {
			return ours.caller();
		}
		if (authentication == null || !authentication.isAuthenticated()
				|| authentication instanceof AnonymousAuthenticationToken
				|| !AuthUser.isValidId(authentication.getName())) {
			return null;
		}
		return foreign(authentication);
	}

	private static Caller foreign(Authentication authentication) {
		Set<String> permissions = new TreeSet<>();
		Set<String> roles = new LinkedHashSet<>();
		for (GrantedAuthority granted : authentication.getAuthorities()) {
			String authority = granted.getAuthority();
			if (authority != null && authority.startsWith(ROLE_PREFIX)) {
				roles.add(authority.substring(ROLE_PREFIX.length()));
			}
			else if (authority != null && isConcrete(authority)) {
				permissions.add(authority);
			}
		}
		if (authentication.getPrincipal() instanceof AuthUser user) {
			return Caller.of(user, FOREIGN).withRoles(roles).withPermissions(PermissionSet.of(permissions));
		}
		AuthUser user = new AuthUser(authentication.getName(), Map.of(), PermissionSet.of(permissions));
		return Caller.of(user, FOREIGN).withRoles(roles);
	}

	// A wildcard counts where we granted it, not where somebody else wrote it.
	private static boolean isConcrete(String authority) {
		return Permission.isValid(authority) && !Permission.of(authority).isWildcard();
	}

}
