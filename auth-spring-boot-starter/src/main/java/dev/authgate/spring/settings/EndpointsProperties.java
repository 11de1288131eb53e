package dev.authgate.spring.settings;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Endpoints of accounts, sessions and tokens, each off until it is switched on.
 *
 * @param me Who the caller is, and what it may do; changes of its own data.
 * @param users Accounts of others, for administrators.
 * @param register Registration of accounts.
 * @param password Change of one's own password.
 * @param reset Another password by a message, for those who forgot theirs.
 * @param verify Proof of e-mail addresses by a message.
 * @param sessions Sessions of the caller, to be listed and ended.
 * @param refresh Exchange of refresh tokens.
 * @param revoke Tokens taken back (RFC 7009).
 * @param introspect What a token is worth (RFC 7662), for trusted clients.
 * @param wsTicket Tickets that open one WebSocket each.
 */
public record EndpointsProperties(@DefaultValue Me me, @DefaultValue Users users, @DefaultValue Register register,
		@DefaultValue Password password, @DefaultValue Reset reset, @DefaultValue Verify verify,
		@DefaultValue Sessions sessions, @DefaultValue Refresh refresh, @DefaultValue Revoke revoke,
		@DefaultValue Introspect introspect, @DefaultValue WsTicket wsTicket) {

	void check() {
		Map<String, String> paths = new LinkedHashMap<>();
		paths.put("me", this.me.path());
		paths.put("users", this.users.path());
		paths.put("register", this.register.path());
		paths.put("password", this.password.path());
		paths.put("reset", this.reset.path());
		paths.put("verify", this.verify.path());
		paths.put("sessions", this.sessions.path());
		paths.put("refresh", this.refresh.path());
		paths.put("revoke", this.revoke.path());
		paths.put("introspect", this.introspect.path());
		paths.put("ws-ticket", this.wsTicket.path());
		paths.forEach(EndpointsProperties::requirePath);
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
	 * Who the caller is.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint.
	 */
	public record Me(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/me") String path) {
	}

	/**
	 * Accounts of others.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint.
	 */
	public record Users(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/users") String path) {
	}

	/**
	 * Registration of accounts.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint.
	 */
	public record Register(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/register") String path) {
	}

	/**
	 * Change of one's own password.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint.
	 */
	public record Password(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/password") String path) {
	}

	/**
	 * Another password by a message.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint; a message is asked for at the same path with
	 * '/request' behind it.
	 */
	public record Reset(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/reset") String path) {
	}

	/**
	 * Proof of e-mail addresses.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint; a message is asked for at the same path with
	 * '/request' behind it.
	 */
	public record Verify(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/verify") String path) {
	}

	/**
	 * Sessions of the caller.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint.
	 */
	public record Sessions(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/sessions") String path) {
	}

	/**
	 * Exchange of refresh tokens.
	 *
	 * @param enabled Whether the endpoint is there. By default it is where
	 * authgate.refresh.enabled is true.
	 * @param path Path of the endpoint.
	 */
	public record Refresh(@Nullable Boolean enabled, @DefaultValue("/auth/refresh") String path) {
	}

	/**
	 * Tokens taken back.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint.
	 */
	public record Revoke(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/revoke") String path) {
	}

	/**
	 * What a token is worth.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint.
	 */
	public record Introspect(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/introspect") String path) {
	}

	/**
	 * Tickets that open one WebSocket each.
	 *
	 * @param enabled Whether the endpoint is there.
	 * @param path Path of the endpoint.
	 */
	public record WsTicket(@DefaultValue("false") boolean enabled, @DefaultValue("/auth/ws-ticket") String path) {
	}

}
