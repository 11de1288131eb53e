package dev.authgate.spring.session.cookie;

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

	/**
	 * The name of the cookie, which libraries for browsers know; the name of the
	 * session's follows where that has its own.
	 */
	public static final String NAME = "XSRF-TOKEN";

	/** The header in which scripts send its value back. */
	public static final String HEADER = "X-XSRF-TOKEN";

	private final SessionCookie like;

	private final String name;

	/**
	 * Makes the cookie.
	 * @param like the cookie of the session, whose attributes it has but one
	 */
	public CsrfCookie(SessionCookie like) {
		this.like = like;
		this.name = nameBeside(like);
	}

	static String nameBeside(SessionCookie session) {
		return session.hasOwnName() ? NAME + "-" + session.name().replaceFirst("^__(?:Host|Secure)-", "") : NAME;
	}

	/**
	 * Adds the cookie to a response, unless the browser has it.
	 * @param token the token of the session
	 * @param request the request
	 * @param response its response, not committed
	 */
	public void write(String token, HttpServletRequest request, HttpServletResponse response) {
		Cookie sent = WebUtils.getCookie(request, this.name);
		if (sent == null || !token.equals(sent.getValue())) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					this.like.named(this.name, token).httpOnly(false).build().toString());
		}
	}

}
