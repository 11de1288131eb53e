package dev.authgate.spring.autoconfigure.browser;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.session.cookie.CsrfCookie;
import dev.authgate.spring.settings.ConfiguredKeys;
import dev.authgate.spring.settings.login.SessionCookieProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.env.Environment;

/**
 * Looks at what else is configured for the cookie of a session.
 */
final class SessionCookieChecks {

	private static final Log logger = LogFactory.getLog(SessionCookieChecks.class);

	private static final String[] OTHERS = { "server.servlet.session.cookie", "server.servlet.session.tracking-modes" };

	private SessionCookieChecks() {
	}

	static void check(SessionCookieProperties cookie, Environment environment) {
		for (String other : OTHERS) {
			if (ConfiguredKeys.isSet(other, environment)) {
				throw new MisconfigurationException(other + " is set, and so would be the session cookie twice.",
						"Remove it, and configure the cookie under authgate.session.cookie.");
			}
		}
		String name = cookie.nameOrDefault();
		if (name.endsWith("remember") || name.startsWith(CsrfCookie.NAME)) {
			throw new MisconfigurationException(
					"authgate.session.cookie.name is the name of another cookie that a login can leave in a browser.",
					"Set it to __Host-team, say.");
		}
		if (!cookie.secure()) {
			logger.warn("authgate.session.cookie.secure is false: session cookies are sent over http as well, where "
					+ "everybody on the way can read them; it is for development");
		}
	}

}
