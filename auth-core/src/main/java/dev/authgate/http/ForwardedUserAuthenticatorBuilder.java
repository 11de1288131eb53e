package dev.authgate.http;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;

/**
 * Collects the optional parts of a {@link ForwardedUserAuthenticator}.
 * <p>
 * For use by one thread.
 */
public final class ForwardedUserAuthenticatorBuilder {

	final TrustedProxies proxies;

	String name = ForwardedUserAuthenticator.NAME;

	String idHeader = ForwardedUserAuthenticator.DEFAULT_ID_HEADER;

	String permissionsHeader = ForwardedUserAuthenticator.DEFAULT_PERMISSIONS_HEADER;

	boolean allowWildcards;

	Grants grants = Grants.open();

	AuthEventListener listener = AuthEventListener.none();

	ForwardedUserAuthenticatorBuilder(TrustedProxies proxies) {
		this.proxies = proxies;
	}

	/**
	 * Sets the name; by default {@code forwarded-user}.
	 * @param name the name by which configuration and annotations choose it
	 * @return this builder
	 */
	public ForwardedUserAuthenticatorBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Sets the header with the id; by default {@code X-Forwarded-User}.
	 * @param header the name of the header
	 * @return this builder
	 */
	public ForwardedUserAuthenticatorBuilder idHeader(String header) {
		this.idHeader = header;
		return this;
	}

	/**
	 * Sets the header with the permissions, between commas; by default
	 * {@code X-Forwarded-Permissions}.
	 * @param header the name of the header
	 * @return this builder
	 */
	public ForwardedUserAuthenticatorBuilder permissionsHeader(String header) {
		this.permissionsHeader = header;
		return this;
	}

	/**
	 * Sets whether the proxy may grant permissions with wildcards; by default they are
	 * left out.
	 * @param allowWildcards {@code true} to take them
	 * @return this builder
	 */
	public ForwardedUserAuthenticatorBuilder allowWildcards(boolean allowWildcards) {
		this.allowWildcards = allowWildcards;
		return this;
	}

	/**
	 * Sets what permissions mean; by default every well-formed one is taken as it is.
	 * @param grants the grants of the application
	 * @return this builder
	 */
	public ForwardedUserAuthenticatorBuilder grants(Grants grants) {
		this.grants = grants;
		return this;
	}

	/**
	 * Sets who is told of permissions that were left out; by default nobody.
	 * @param listener receives {@code PermissionsDropped}
	 * @return this builder
	 */
	public ForwardedUserAuthenticatorBuilder listener(AuthEventListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Makes the authenticator.
	 * @return the authenticator
	 * @throws IllegalArgumentException if both headers have the same name
	 */
	public ForwardedUserAuthenticator build() {
		if (this.idHeader.equalsIgnoreCase(this.permissionsHeader)) {
			throw new IllegalArgumentException("The id and the permissions are in two different headers");
		}
		return new ForwardedUserAuthenticator(this);
	}

}
