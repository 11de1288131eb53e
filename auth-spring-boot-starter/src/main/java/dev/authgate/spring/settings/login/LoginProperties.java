package dev.authgate.spring.settings.login;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Login with a user name and a password.
 *
 * @param path Path of the login.
 * @param token Whether a JSON login is answered with a token.
 * @param form Whether a form is answered with a session, by a cookie.
 * @param successUrl Page of this application that a login by form leads to, unless it
 * began at another.
 * @param failureUrl Page of this application that a refused login by form leads to. By
 * default the login page is shown again, with the status 401.
 * @param rememberMe Logins that outlast the browser.
 */
public record LoginProperties(@DefaultValue("/login") String path, @DefaultValue("false") boolean token,
		@DefaultValue("false") boolean form, @DefaultValue("/") String successUrl, @Nullable String failureUrl,
		@DefaultValue RememberMe rememberMe) {

	/**
	 * Logins that outlast the browser.
	 *
	 * @param enabled Whether people may ask to stay logged in, by the field 'remember-me'
	 * of the form. Such a login lasts as long as a refresh token.
	 */
	public record RememberMe(@DefaultValue("false") boolean enabled) {
	}

}
