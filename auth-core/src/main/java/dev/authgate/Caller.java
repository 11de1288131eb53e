package dev.authgate;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The authenticated origin of one request: a user, and how it proved to be that user.
 *
 * @param user the user
 * @param authenticator the name of the authenticator that accepted the credential
 * @param credentialId the id of the credential (API key id, {@code jti}), if it has one
 * @param app the name of the client application, if the credential belongs to one
 * @param roles the roles of the user, for this request
 * @param expiresAt when the credential expires, if it does
 * @param sessionId the id of the session that the credential belongs to, if it does to
 * one
 */
public record Caller(AuthUser user, String authenticator, @Nullable String credentialId, @Nullable String app,
		Set<String> roles, @Nullable Instant expiresAt, @Nullable String sessionId) {

	/**
	 * Copies the roles.
	 */
	public Caller {
		roles = Set.copyOf(roles);
	}

	/**
	 * Makes a caller whose credential belongs to no session.
	 * @param user the user
	 * @param authenticator the name of the authenticator
	 * @param credentialId the id of the credential, if it has one
	 * @param app the name of the client application, if the credential belongs to one
	 * @param roles the roles of the user
	 * @param expiresAt when the credential expires, if it does
	 */
	public Caller(AuthUser user, String authenticator, @Nullable String credentialId, @Nullable String app,
			Set<String> roles, @Nullable Instant expiresAt) {
		this(user, authenticator, credentialId, app, roles, expiresAt, null);
	}

	/**
	 * Makes a caller of whom only the user is known.
	 * @param user the user
	 * @param authenticator the name of the authenticator
	 * @return the caller
	 */
	public static Caller of(AuthUser user, String authenticator) {
		return new Caller(user, authenticator, null, null, Set.of(), null);
	}

	/**
	 * Makes the same caller with other roles.
	 * @param other the roles to have instead
	 * @return the caller
	 */
	public Caller withRoles(Set<String> other) {
		return new Caller(this.user, this.authenticator, this.credentialId, this.app, other, this.expiresAt,
				this.sessionId);
	}

	/**
	 * Makes the same caller with other permissions.
	 * @param other the permissions to have instead
	 * @return the caller
	 */
	public Caller withPermissions(PermissionSet other) {
		return new Caller(this.user.withPermissions(other), this.authenticator, this.credentialId, this.app, this.roles,
				this.expiresAt, this.sessionId);
	}

	/**
	 * Makes the same caller under another authenticator's name.
	 * @param other the name to have instead
	 * @return the caller
	 */
	public Caller withAuthenticator(String other) {
		return new Caller(this.user, other, this.credentialId, this.app, this.roles, this.expiresAt, this.sessionId);
	}

	/**
	 * Makes the same caller in a session.
	 * @param other the id of the session, or {@code null} for none
	 * @return the caller
	 */
	public Caller withSession(@Nullable String other) {
		return new Caller(this.user, this.authenticator, this.credentialId, this.app, this.roles, this.expiresAt,
				other);
	}

}
