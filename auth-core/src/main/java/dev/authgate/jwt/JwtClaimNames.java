package dev.authgate.jwt;

import java.util.List;
import java.util.Set;

/**
 * The names of the claims that say who a token's user is and what it may do.
 *
 * @param userId the claim with the user's id
 * @param permissions the claim with the user's permissions
 * @param role the claim with the user's role or roles
 */
public record JwtClaimNames(String userId, String permissions, String role) {

	private static final Set<String> REGISTERED = Set.of("iss", "aud", "exp", "nbf", "iat", "jti", "sid", "ver");

	private static final JwtClaimNames STANDARD = new JwtClaimNames("sub", "permissions", "role");

	/**
	 * Checks that the names can stand beside each other.
	 * @throws IllegalArgumentException if one is empty, used twice, or the name of a
	 * claim with a meaning of its own (RFC 7519 section 4.1, and {@code sid} and
	 * {@code ver})
	 */
	public JwtClaimNames {
		List<String> names = List.of(userId, permissions, role);
		for (String name : names) {
			if (name.isEmpty() || REGISTERED.contains(name) || names.indexOf(name) != names.lastIndexOf(name)) {
				throw new IllegalArgumentException("'" + name + "' cannot be the name of this claim: it is empty, used"
						+ " twice, or has a meaning of its own");
			}
		}
	}

	/**
	 * Gives the usual names.
	 * @return {@code sub}, {@code permissions} and {@code role}
	 */
	public static JwtClaimNames standard() {
		return STANDARD;
	}

	boolean isTaken(String name) {
		return REGISTERED.contains(name) || name.equals(this.userId) || name.equals(this.permissions)
				|| name.equals(this.role);
	}

}
