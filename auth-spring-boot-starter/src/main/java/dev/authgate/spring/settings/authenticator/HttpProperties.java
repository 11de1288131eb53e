package dev.authgate.spring.settings.authenticator;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of the authenticators that HTTP itself knows.
 */
public final class HttpProperties {

	private HttpProperties() {
	}

	/**
	 * Bearer tokens.
	 *
	 * @param realm Realm of the challenge of 'bearer' and 'jwt'.
	 * @param timeout How long to wait for an AsyncTokenValidator, up to a minute.
	 */
	public record Bearer(@Nullable String realm, @DefaultValue("5s") Duration timeout) {
	}

	/**
	 * User names and passwords with every request.
	 *
	 * @param realm Realm of the challenge, which browsers show when they ask for a
	 * password.
	 */
	public record Basic(@DefaultValue("Restricted") String realm) {
	}

	/**
	 * Users that a trusted proxy names.
	 *
	 * @param idHeader Name of the header with the id of the user.
	 * @param permissionsHeader Name of the header with the permissions of the user,
	 * between commas.
	 * @param trustedProxies Networks of the proxies that are believed, for example
	 * 10.0.0.0/8. Setting it configures the authenticator 'forwarded-user'.
	 * @param allowWildcards Whether the proxy may grant permissions with wildcards.
	 * @param clientAddressHeader Name of the header with the addresses that a request
	 * came by, for audit: 'X-Forwarded-For', 'Forwarded', or another that every proxy
	 * adds to or sets.
	 */
	public record ForwardedUser(@DefaultValue("X-Forwarded-User") String idHeader,
			@DefaultValue("X-Forwarded-Permissions") String permissionsHeader, @Nullable List<String> trustedProxies,
			@DefaultValue("false") boolean allowWildcards,
			@DefaultValue("X-Forwarded-For") String clientAddressHeader) {
	}

	/**
	 * Help for development.
	 *
	 * @param echo Whether there is an authenticator 'debug' that takes every local
	 * caller, with all permissions, and echoes the request in the data of the user.
	 */
	public record Debug(@DefaultValue("false") boolean echo) {
	}

}
