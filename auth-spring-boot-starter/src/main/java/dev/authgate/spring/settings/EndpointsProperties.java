package dev.authgate.spring.settings;

import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Endpoints that are served beside the login.
 *
 * @param refresh Exchange of refresh tokens.
 * @param revoke Taking back of tokens, for whoever has them.
 * @param introspect Judging of access tokens, for clients with the permission
 * 'tokens:introspect'.
 * @param sessions List and end of sessions: of the caller, and of others with the
 * permissions 'admin:read' and 'admin:write'.
 */
public record EndpointsProperties(@DefaultValue Refresh refresh, @DefaultValue Revoke revoke,
		@DefaultValue Introspect introspect, @DefaultValue Sessions sessions) {

	void check() {
		requirePath("refresh", this.refresh.path());
		requirePath("revoke", this.revoke.path());
		requirePath("introspect", this.introspect.path());
		requirePath("sessions", this.sessions.path());
	}

	// A pattern would be another route than the one that the guard knows.
	private static void requirePath(String name, String path) {
		if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
			throw new MisconfigurationException(
					"authgate.endpoints." + name + ".path is no path of letters, digits, '-', '.', '_' and '~'.",
					"Begin it with a slash, as in /auth/" + name + ".");
		}
	}

	/**
	 * Exchange of refresh tokens.
	 *
	 * @param enabled Whether it is served. By default it is where refresh tokens are
	 * given.
	 * @param path Path of the endpoint.
	 */
	public record Refresh(@Nullable Boolean enabled, @DefaultValue("/auth/refresh") String path) {
	}

	/**
	 * Taking back of tokens.
	 *
	 * @param enabled Whether it is served.
	 * @param path Path of the endpoint.
	 */
	public record Revoke(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/revoke") String path) {
	}

	/**
	 * Judging of access tokens.
	 *
	 * @param enabled Whether it is served.
	 * @param path Path of the endpoint.
	 */
	public record Introspect(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/introspect") String path) {
	}

	/**
	 * List and end of sessions.
	 *
	 * @param enabled Whether it is served.
	 * @param path Path of the endpoint.
	 */
	public record Sessions(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/sessions") String path) {
	}

}
