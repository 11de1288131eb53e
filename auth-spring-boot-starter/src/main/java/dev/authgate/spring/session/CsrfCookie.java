package dev.authgate.spring.session;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells scripts of the application's own pages the token of the session by a cookie,
 * which those of other sites cannot read.
 */
public final class CsrfCookie {

	/** The name of the cookie, which libraries for browsers know. */
	public static final String NAME = "XSRF-TOKEN";

	/** The header in which scripts send its value back. */
	public static final String HEADER = "X-XSRF-TOKEN";

	private final SessionCookie like;

	/**
	 * Makes the cookie.
	 * @param like the cookie of the session, whose attributes it has but one
	 */
	public CsrfCookie(SessionCookie like) {
		this.like = like;
	}

	void write(String token, HttpServletRequest request, HttpServletResponse response) {
		Cookie sent = WebUtils.getCookie(request, NAME);
		if (sent == null || !token.equals(sent.getValue())) {
			response.addHeader(HttpHeaders.SET_COOKIE, this.like.named(NAME, token).httpOnly(false).build().toString());
		}
	}

}
