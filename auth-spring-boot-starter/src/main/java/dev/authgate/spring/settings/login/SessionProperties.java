package dev.authgate.spring.settings.login;

import java.time.Duration;

import dev.authgate.session.SessionLimits;
import dev.authgate.spring.properties.PropertyBounds;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sessions of browsers.
 *
 * @param idleTimeout How long a session may be left unused.
 * @param absoluteTimeout How long a session may last however much it is used.
 * @param maxPerUser How many sessions one user may have. One more ends the one that was
 * used longest ago.
 * @param cookie Cookie of a session.
 * @param csrf Tokens against requests that other sites forge.
 */
public record SessionProperties(@DefaultValue("30m") Duration idleTimeout,
		@DefaultValue("12h") Duration absoluteTimeout, @DefaultValue("10") int maxPerUser,
		@DefaultValue @NestedConfigurationProperty SessionCookieProperties cookie, @DefaultValue Csrf csrf) {

	/**
	 * Tokens against requests that other sites forge.
	 *
	 * @param cookie Whether scripts of the application's own pages are told the token, by
	 * the cookie XSRF-TOKEN.
	 */
	public record Csrf(@DefaultValue("false") boolean cookie) {
	}

	public SessionLimits limits() {
		return new SessionLimits(this.idleTimeout, this.absoluteTimeout, this.maxPerUser);
	}

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	public void check() {
		PropertyBounds.requireTime("authgate.session.idle-timeout", this.idleTimeout, "30m");
		PropertyBounds.requireTime("authgate.session.absolute-timeout", this.absoluteTimeout, "12h");
		PropertyBounds.requireOne("authgate.session.max-per-user", this.maxPerUser);
	}

}
