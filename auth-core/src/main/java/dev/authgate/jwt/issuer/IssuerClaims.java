package dev.authgate.jwt.issuer;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where in the tokens of an issuer is said who the user is and what it may do.
 * <p>
 * Each is the literal name of a claim, or a path of names with dots between them:
 * {@code organization.groups} is the member {@code groups} of the claim
 * {@code organization}. A name may itself have dots; the longest literal name that is
 * there counts.
 *
 * @param userId the claim with the user's id; one that users can change themselves, as
 * they can an e-mail address with many issuers, lets them be somebody else
 * @param permissions the claim with the permissions, which each token must then have, or
 * {@code null} if there is none
 * @param role the claim with the role or roles, or {@code null} if the issuer's roles
 * mean nothing here
 */
public record IssuerClaims(String userId, @Nullable String permissions, @Nullable String role) {

	private static final Set<String> REGISTERED = Set.of("iss", "aud", "exp", "nbf", "iat", "jti");

	private static final IssuerClaims STANDARD = new IssuerClaims("sub", null, null);

	/**
	 * Checks that the names can stand beside each other.
	 * @throws IllegalArgumentException if one is no path, used twice, or the name of a
	 * claim with a meaning of its own (RFC 7519 section 4.1)
	 */
	public IssuerClaims {
		requireName("user-id", userId);
		requireName("permissions", permissions);
		requireName("role", role);
		if (userId.equals(permissions) || userId.equals(role) || (permissions != null && permissions.equals(role))) {
			throw new IllegalArgumentException("claims names one claim twice");
		}
	}

	/**
	 * Gives the claims of an issuer that is known for its users alone.
	 * @return {@code sub} for the user's id, nothing for permissions and roles
	 */
	public static IssuerClaims standard() {
		return STANDARD;
	}

	private static void requireName(String what, @Nullable String path) {
		if (path == null) {
			return;
		}
		if (path.isBlank() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
			throw new IllegalArgumentException("claims." + what + " is no name of a claim");
		}
		if (REGISTERED.contains(path)) {
			throw new IllegalArgumentException("claims." + what + " is '" + path + "', which has a meaning of its own");
		}
	}

}
