package dev.authgate.spring.settings.login;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Cookie of a session.
 *
 * @param name Name of the cookie. By default '__Host-session', or 'session' where it is
 * not secure.
 * @param secure Whether the cookie is sent over https alone.
 * @param sameSite Whether the cookie is sent with requests that other sites cause: never,
 * when they open a page, or always.
 */
public record SessionCookieProperties(@Nullable String name, @DefaultValue("true") boolean secure,
		@DefaultValue("lax") SameSite sameSite) {

	/** What a browser keeps for one host, over https, and takes from nobody else. */
	static final String HOST_PREFIX = "__Host-";

	public String nameOrDefault() {
		if (this.name != null) {
			return this.name;
		}
		return this.secure ? HOST_PREFIX + "session" : "session";
	}

	/**
	 * Whether a cookie is sent with requests that other sites cause.
	 */
	public enum SameSite {

		/** Never. */
		STRICT,
		/** When they open a page. */
		LAX,
		/** Always. */
		NONE;

		public String attribute() {
			return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
		}

	}

}
