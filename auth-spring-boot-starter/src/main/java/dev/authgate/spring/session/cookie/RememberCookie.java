package dev.authgate.spring.session.cookie;

import java.time.Duration;

import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The cookie of a login that outlasts the browser.
 *
 * @param like the cookie of the session, whose attributes it has
 * @param maxAge how long a browser keeps it
 */
public record RememberCookie(SessionCookie like, Duration maxAge) {

	/**
	 * Gives the name of the cookie: it follows that of the session where that has its
	 * own.
	 * @return the name
	 */
	public String name() {
		if (this.like.hasOwnName()) {
			return this.like.name() + "-remember";
		}
		return this.like.secure() ? "__Host-remember" : "remember";
	}

	/**
	 * Finds the token that a browser sent.
	 * @param request the request
	 * @return the token, or {@code null} if there is none, or more than one
	 */
	public @Nullable Secret of(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		Secret found = null;
		for (Cookie cookie : (cookies != null) ? cookies : new Cookie[0]) {
			if (cookie.getName().equals(name())) {
				if (found != null) {
					return null;
				}
				found = Secret.of(cookie.getValue());
			}
		}
		return found;
	}

	/**
	 * Makes the cookie for a response.
	 * @param token the token
	 * @return the value of {@code Set-Cookie}
	 */
	public String with(Secret token) {
		return this.like.named(name(), token.reveal()).maxAge(this.maxAge).build().toString();
	}

	/**
	 * Makes the cookie that removes it from a browser.
	 * @return the value of {@code Set-Cookie}
	 */
	public String removed() {
		return this.like.named(name(), "").maxAge(0).build().toString();
	}

}
