package dev.authgate.spring.settings.login;

import java.util.regex.Pattern;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.form.LocalTarget;
import dev.authgate.spring.settings.login.SessionCookieProperties.SameSite;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values for logins of browsers that are well-formed and could not work.
 */
public final class BrowserPropertyChecks {

	private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-]");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

	private BrowserPropertyChecks() {
	}

	/**
	 * Refuses values of logins of browsers.
	 * @param login the values of the login
	 * @param logout the values of the logout
	 * @param cookie the values of the cookie of a session
	 * @throws MisconfigurationException for the first that could not work
	 */
	public static void check(LoginProperties login, LogoutProperties logout, SessionCookieProperties cookie) {
		if (login.form()) {
			requirePath("authgate.login.path", login.path(), "/login");
			requirePath("authgate.logout.path", logout.path(), "/logout");
			if (login.path().equals(logout.path())) {
				throw new MisconfigurationException("authgate.login.path and authgate.logout.path are the same.",
						"Name two paths, or remove a line.");
			}
		}
		requireTarget("authgate.login.success-url", login.successUrl());
		requireTarget("authgate.login.failure-url", login.failureUrl());
		requireTarget("authgate.logout.success-url", logout.successUrl());
		requireCookie(cookie);
	}

	private static void requirePath(String where, String path, String example) {
		if (!PATH.matcher(path).matches() || LocalTarget.parse(path) == null) {
			throw new MisconfigurationException(where + " is no plain path.", "Set it to " + example + ", say.");
		}
	}

	private static void requireTarget(String where, @Nullable String target) {
		if (target != null && LocalTarget.parse(target) == null) {
			throw new MisconfigurationException(where + " is no page of this application.",
					"Write it as a path, for example /dashboard, without the context path.");
		}
	}

	// Browsers drop such cookies without a word, and nobody could log in.
	private static void requireCookie(SessionCookieProperties cookie) {
		if (!NAME.matcher(cookie.nameOrDefault()).matches()) {
			throw new MisconfigurationException("authgate.session.cookie.name is no name that a cookie can have.",
					"Use letters, digits, '_', '-' and '.', or remove the line.");
		}
		if (!cookie.secure() && cookie.sameSite() == SameSite.NONE) {
			throw new MisconfigurationException(
					"authgate.session.cookie.same-site is none and authgate.session.cookie.secure is false, and browsers take no such cookie.",
					"Remove one of the lines: a cookie that other sites may cause to be sent must be secure.");
		}
		if (!cookie.secure() && cookie.nameOrDefault().startsWith("__")) {
			throw new MisconfigurationException(
					"authgate.session.cookie.name has the prefix of a secure cookie and authgate.session.cookie.secure is false.",
					"Remove one of the lines.");
		}
	}

}
