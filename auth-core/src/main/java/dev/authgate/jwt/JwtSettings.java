package dev.authgate.jwt;

import java.util.Set;

import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.jwt.key.KeyRing;
import org.jspecify.annotations.Nullable;

/**
 * What issuing and verifying our own tokens must agree on.
 *
 * @param keys the keys that sign and verify
 * @param issuer the {@code iss} claim to write and then to require, or {@code null} for
 * none
 * @param audience the {@code aud} claim to write and then to require, or {@code null} for
 * none; a token that names an audience is then refused
 * @param claimNames the names of the claims about the user
 * @param defaultRoles the roles of a user of whom none are said
 */
public record JwtSettings(JwtKeys keys, @Nullable String issuer, @Nullable String audience, JwtClaimNames claimNames,
		Set<String> defaultRoles) {

	/** The roles of a user of whom none are said, unless others are named. */
	public static final Set<String> DEFAULT_ROLES = Set.of("user");

	/**
	 * Copies the roles.
	 * @throws IllegalArgumentException if the issuer or the audience is empty
	 */
	public JwtSettings {
		if ((issuer != null && issuer.isEmpty()) || (audience != null && audience.isEmpty())) {
			throw new IllegalArgumentException("An issuer and an audience are not empty; leave them out instead");
		}
		defaultRoles = Set.copyOf(defaultRoles);
	}

	/**
	 * Makes settings with all defaults: no issuer, no audience, the usual names, the role
	 * {@code user}.
	 * @param key the key that signs and verifies
	 * @return the settings
	 */
	public static JwtSettings of(JwtKey key) {
		return of(KeyRing.of(key));
	}

	/**
	 * Makes settings with all defaults: no issuer, no audience, the usual names, the role
	 * {@code user}.
	 * @param keys the keys that sign and verify
	 * @return the settings
	 */
	public static JwtSettings of(JwtKeys keys) {
		return new JwtSettings(keys, null, null, JwtClaimNames.standard(), DEFAULT_ROLES);
	}

	/**
	 * Makes the same settings with another issuer.
	 * @param other the issuer to have instead, or {@code null} for none
	 * @return the settings
	 */
	public JwtSettings withIssuer(@Nullable String other) {
		return new JwtSettings(this.keys, other, this.audience, this.claimNames, this.defaultRoles);
	}

	/**
	 * Makes the same settings with another audience.
	 * @param other the audience to have instead, or {@code null} for none
	 * @return the settings
	 */
	public JwtSettings withAudience(@Nullable String other) {
		return new JwtSettings(this.keys, this.issuer, other, this.claimNames, this.defaultRoles);
	}

	/**
	 * Makes the same settings with other names of claims.
	 * @param other the names to have instead
	 * @return the settings
	 */
	public JwtSettings withClaimNames(JwtClaimNames other) {
		return new JwtSettings(this.keys, this.issuer, this.audience, other, this.defaultRoles);
	}

	/**
	 * Makes the same settings with other default roles.
	 * @param other the roles to have instead
	 * @return the settings
	 */
	public JwtSettings withDefaultRoles(Set<String> other) {
		return new JwtSettings(this.keys, this.issuer, this.audience, this.claimNames, other);
	}

}
